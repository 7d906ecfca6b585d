/**
 * @file What every window host does with a call before and after the core: the envelope, the few methods that only
 * a host can fulfil, and the output schema. One place, so that both hosts answer alike.
 */
import { contract, isMethodName, type OutputOf, type ParsedInputOf } from '#shared/contract/contract.ts';
import { CallEnvelope } from '#shared/contract/envelope.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Answer } from './app-types.ts';
import type { CoreThread } from './core-thread.ts';

export type HostGifts = {
  readonly capabilities: OutputOf<'host.capabilities'>;
  /** Dialogs of the system, where the host has a window; asked only once the core has nothing against the call. */
  readonly dialogs?: {
    readonly pickFiles: (kind: PickKind) => Promise<OutputOf<'host.pickFiles'>>;
    readonly pickFolder: () => Promise<OutputOf<'host.pickFolder'>>;
  };
  /** Makes the PDF of a paper that the signed-in person has on the screen. */
  readonly makePdf?: MakePdf;
};

export type MakePdf = (
  paper: ParsedInputOf<'host.makePdf'>,
) => Promise<Result<OutputOf<'host.makePdf'>, AppError<'host/no-pdf' | 'host/pdf-failed'>>>;

export type PickKind = ParsedInputOf<'host.pickFiles'>['kind'] | 'backup';

/** Takes whatever came over the wire; never throws for it. */
export type HostCall = (raw: unknown) => Promise<Answer>;

export function createHostCall(core: Pick<CoreThread, 'call'>, host: HostGifts): HostCall {
  return async (raw) => {
    const envelope = CallEnvelope.safeParse(raw);
    if (!envelope.success) {
      return refuse(refusal('call/bad-input', { fields: [{ path: '', code: 'field/bad-value' }] }));
    }
    const { method, input } = envelope.data;
    return checked(method, await fulfil(host, method, input, await core.call({ method, input })));
  };
}

/** The core checks session and input of these methods too, and leaves the rest to the host. */
async function fulfil(host: HostGifts, method: string, input: unknown, answer: Answer): Promise<Answer> {
  if (method === 'host.capabilities' && answer.ok) return { ok: true, value: host.capabilities };
  if (method === 'host.makePdf' && host.makePdf && !answer.ok && answer.error.code === 'host/no-pdf') {
    return host.makePdf(contract[method].input.parse(input));
  }
  if (!host.dialogs || answer.ok || answer.error.code !== 'host/no-dialog') return answer;
  if (method === 'host.pickFolder') return { ok: true, value: await host.dialogs.pickFolder() };
  if (method === 'host.pickBackup') return { ok: true, value: await host.dialogs.pickFiles('backup') };
  const { kind } = contract['host.pickFiles'].input.parse(input);
  return { ok: true, value: await host.dialogs.pickFiles(kind) };
}

/** Lets out only what the contract names, whatever a handler put into its answer. */
function checked(method: string, answer: Answer): Answer {
  if (!answer.ok || !isMethodName(method)) return answer;
  const output = contract[method].output.safeParse(answer.value);
  return output.success ? { ok: true, value: output.data } : refuse(refusal('internal', { reference: 'output' }));
}

/** For a browser that draws a paper: queries of the core alone, so that whatever it runs can write and fetch nothing. */
export const readsOnly = (call: HostCall): HostCall => {
  return async (raw) => {
    const { method } = CallEnvelope.safeParse(raw).data ?? { method: '' };
    const reads = isMethodName(method) && contract[method].kind === 'query' && !writesOut.has(method);
    return reads ? call(raw) : refuse(refusal('session/forbidden', {}));
  };
};

const writesOut: ReadonlySet<string> = new Set([
  'files.piece',
  'attachments.piece',
  'host.makePdf',
  'host.pickFiles',
  'host.pickBackup',
  'host.pickFolder',
]);

export const refuse = (error: AppError): Answer => ({ ok: false, error });
