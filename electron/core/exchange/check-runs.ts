/**
 * @file Who signed the changes of a section.
 *
 * [Note: Run heads] Headers of one incarnation form a hash chain: each names the full id of the one before. A valid
 * signature on the last header of an unbroken run was therefore made by the device that made them all: it signed, in
 * that header, the hash of the one before, and so on down. One verification covers the run, and checking every single
 * signature is left for later (`exchange.verify`). The verdict that counts on every node stays the change's own
 * signature: one found bad later is quarantined as if it had been found at import.
 */
import type { Checked } from '#core/changes/log-rows.ts';
import { type ChangeHeader, parseHeader, type SignedChange, verifyChangeSignature } from '#core/changes/change.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import type { Verifier } from '#core/crypto/ed25519.ts';

export type CheckedChange = {
  readonly change: SignedChange;
  /** Null when its form is bad. */
  readonly header: ChangeHeader | null;
  readonly signed: Checked | 'bad';
};

type Run = { readonly dev: string; readonly members: number[]; headId: string };

/** Changes in the order given, each with how its signature stands. */
export function checkSignatures(
  changes: readonly SignedChange[],
  verifierOf: (dev: string) => Verifier | null,
): CheckedChange[] {
  const signed = new Array<Checked | 'bad'>(changes.length).fill('no-key');
  const headers = changes.map(({ headerBytes }) => {
    const header = parseHeader(headerBytes);
    return header.ok ? header.value : null;
  });
  for (const run of runsIn(changes, headers)) checkRun(run, changes, verifierOf(run.dev), signed);
  return changes.map((change, i) => ({ change, header: headers[i] ?? null, signed: signed[i] ?? 'no-key' }));
}

function runsIn(changes: readonly SignedChange[], headers: readonly (ChangeHeader | null)[]): Run[] {
  const runs: Run[] = [];
  const open = new Map<string, Run>();
  for (const [i, change] of changes.entries()) {
    const header = headers[i];
    if (!header) continue;
    const chain = chainOf(header);
    const run = open.get(chain);
    const id = toBase64Url(change.id);
    if (run && run.headId === header.prev) {
      run.members.push(i);
      run.headId = id;
    } else {
      const fresh = { dev: header.dev, members: [i], headId: id };
      open.set(chain, fresh);
      runs.push(fresh);
    }
  }
  return runs;
}

function checkRun(
  run: Run,
  changes: readonly SignedChange[],
  verifier: Verifier | null,
  signed: (Checked | 'bad')[],
): void {
  if (!verifier) return;
  const isGood = (i: number): boolean => {
    const change = changes[i];
    return change !== undefined && verifyChangeSignature(verifier, change);
  };
  const head = run.members.at(-1) ?? -1;
  if (isGood(head)) {
    for (const i of run.members) signed[i] = i === head ? 'own' : 'chained';
    return;
  }
  for (const i of run.members) signed[i] = isGood(i) ? 'own' : 'bad';
}

const chainOf = ({ dev, inc }: ChangeHeader): string => `${dev} ${inc}`;
