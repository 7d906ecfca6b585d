/** @file Every refusal that a method declares is provoked by a test: a code that cannot happen leaves the contract. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PART_COMMANDS, PART_REFUSALS } from '#core/testing/dispute-parts.ts';
import { contract } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';

/** What only a failing machine brings about; tested where it enters (db/, files/) and by the rigs. */
const byTheMachine: readonly string[] = [
  'file/no-space',
  'store/full',
  'exchange/self-check-failed',
  'backup/self-check-failed',
];

/** What calls cannot bring about, or not cheaply, with the test that does it beneath dispatch. */
const beneath: Readonly<Record<string, string>> = {
  'host.makePdf host/pdf-failed': 'http/paper-maker.test.ts: hosts make PDFs, the core has none',
  'files.stage file/too-large': 'files/file-calls.test.ts, with a smaller limit than a gigabyte',
  'backup.write file/too-large': 'files/tar.test.ts: one file of it above eight gigabytes',
  'backup.stage file/too-large': 'files/files.test.ts: the disk is its limit',
  'disputes.edit record/not-yours': 'access/walls.test.ts: nobody but a supervisor sees a dispute of another node',
  'disputes.move record/not-yours': 'access/walls.test.ts',
  'disputes.addStep record/not-yours': 'access/walls.test.ts',
  'disputes.assign record/not-yours': 'access/walls.test.ts',
  ...Object.fromEntries(PART_COMMANDS.map((name) => [`${name} record/not-yours`, 'access/walls.test.ts'])),
  ...Object.fromEntries(
    PART_COMMANDS.map((name) => [
      `${name} record/newer-program`,
      'records/newer-program.test.ts: by the writer of all',
    ]),
  ),
};

it('each declared refusal of each method is provoked by a test', () => {
  const provoked = provokedRefusals();
  const declared = Object.entries<AnyMethod>(contract).flatMap(([name, { errors }]) =>
    errors.filter((code) => !byTheMachine.includes(code)).map((code) => `${name} ${code}`),
  );
  expect(declared.filter((refusal) => !provoked.has(refusal) && !(refusal in beneath))).toEqual([]);
  expect(Object.keys(beneath).filter((refusal) => !declared.includes(refusal))).toEqual([]);
});

function provokedRefusals(): ReadonlySet<string> {
  const call = /expectRefusal\(\s*[\w.]+,\s*'([\w.]+)',\s*'([\w/-]+)'/g;
  const core = join(import.meta.dirname, '..');
  const texts = readdirSync(core, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(core, file), 'utf8'));
  const walked = PART_COMMANDS.flatMap((name) => PART_REFUSALS.map((code) => `${name} ${code}`));
  const called = texts.flatMap((text) => [...text.matchAll(call)].map(([, method, code]) => `${method} ${code}`));
  return new Set([...called, ...walked]);
}
