/**
 * @file What every window host does with a call before and after the core: the envelope, the few methods that only
 * a host can answer, and the output schema. One place, so that both hosts answer alike.
 */
import { contract, isMethodName } from '#shared/contract/contract.ts';
import { CallEnvelope } from '#shared/contract/envelope.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import type { Answer } from './app.ts';
import type { CoreThread } from './core-thread.ts';

/** What a host answers by itself; each gets input that its schema accepted. */
export type HostMethods = {
  readonly capabilities: { readonly dialogs: boolean; readonly downloads: boolean };
  readonly pickFiles: (kind: PickKind) => Promise<Answer>;
  readonly pickFolder: () => Promise<Answer>;
};

export type PickKind = 'bundle' | 'request' | 'answer';

/** Takes whatever came over the wire; never throws. */
export type HostCall = (raw: unknown) => Promise<Answer>;

export function createHostCall(core: Pick<CoreThread, 'call'>, host: HostMethods): HostCall {
  return async (raw) => {
    const envelope = CallEnvelope.safeParse(raw);
    if (!envelope.success) {
      return refuse(refusal('call/bad-input', { fields: [{ path: '', code: 'field/bad-value' }] }));
    }
    const { method, input } = envelope.data;
    if (!method.startsWith('host.') || !isMethodName(method))
      return checked(method, await core.call({ method, input }));
    const parsed = contract[method].input.safeParse(input);
    // The core words refused fields the same way for every method, so it is asked to refuse these too.
    if (!parsed.success) return core.call({ method, input });
    return checked(method, await answerHost(method, parsed.data, host));
  };
}

function answerHost(method: string, input: object, host: HostMethods): Promise<Answer> {
  if (method === 'host.pickFolder') return host.pickFolder();
  if (method === 'host.pickFiles') return host.pickFiles((input as { kind: PickKind }).kind);
  return Promise.resolve({ ok: true, value: host.capabilities });
}

/** Lets out only what the contract names, whatever a handler put into its answer. */
function checked(method: string, answer: Answer): Answer {
  if (!answer.ok || !isMethodName(method)) return answer;
  const output = contract[method].output.safeParse(answer.value);
  return output.success ? { ok: true, value: output.data } : refuse(refusal('internal', { reference: 'output' }));
}

export const refuse = (error: AppError): Answer => ({ ok: false, error });
