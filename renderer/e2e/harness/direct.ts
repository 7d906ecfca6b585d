/** @file Calls to a running host without its screens: for data that a test needs and does not test. */
import { v7 as uuidv7 } from 'uuid';
import { contract, type InputOf, type MethodName, type OutputOf } from '#shared/contract/contract.ts';
import type { Installation } from './host.ts';

/** A file as it lies on a stick. */
export type Carried = { readonly name: string; readonly bytes: Buffer };

/** Answers the value; throws the code of a refusal. `commandId` is filled in. */
export async function ask<M extends MethodName>(
  installation: Installation,
  method: M,
  input: Omit<InputOf<M>, 'commandId'>,
): Promise<OutputOf<M>> {
  const full = contract[method].kind === 'command' ? { commandId: uuidv7(), ...input } : input;
  const url = installation.url();
  const response = await fetch(new URL('call', url), {
    method: 'POST',
    headers: { Origin: new URL(url).origin },
    body: JSON.stringify({ method, input: full }),
  });
  const answer = (await response.json()) as { ok: boolean; value: OutputOf<M>; error: unknown };
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Fetches a file that the host has written for download. */
export async function download(
  installation: Installation,
  written: { readonly file: string; readonly download: string | null },
): Promise<Carried> {
  const response = await fetch(new URL(`file/${written.download}`, installation.url()));
  return { name: written.file, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** Hands a file to the host, in pieces as screens do; answers the token that stands for it. */
export async function stage(installation: Installation, { name, bytes }: Carried): Promise<string> {
  let token: string | null = null;
  for (let from = 0; from === 0 || from < bytes.length; from += pieceBytes) {
    const data = bytes.subarray(from, from + pieceBytes).toString('base64');
    const piece: Omit<InputOf<'files.stage'>, 'commandId'> = {
      token,
      name,
      data,
      last: from + pieceBytes >= bytes.length,
    };
    token = (await ask(installation, 'files.stage', piece)).token;
  }
  return token ?? '';
}

const pieceBytes = 512 * 1024;

/** Carries one file from one installation to another. */
export async function carry(from: Installation, to: Installation, peer: string | null = null): Promise<Carried> {
  const file = await download(from, await ask(from, 'exchange.write', { to: null, peer }));
  await ask(to, 'exchange.takeIn', { files: [await stage(to, file)] });
  return file;
}
