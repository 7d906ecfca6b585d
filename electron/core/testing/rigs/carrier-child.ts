/**
 * @file One home in a process of its own, for rigs: writes files to a stick or takes them in, again and again, and
 * says each time what came of it. Commands come as lines on standard input, answers go as lines of JSON.
 */
import { createInterface } from 'node:readline';
import type { OutputOf } from '#shared/contract/contract.ts';
import { sampleForum } from '#core/testing/samples.ts';
import { createTestApp, testPassphrase, testUser } from '#core/testing/test-app.ts';

export type CarrierCommand = {
  /** `write` and `takeIn` go on until the stick is gone; `takeAll` goes through once. */
  readonly do: 'write' | 'takeIn' | 'takeAll' | 'inspect' | 'digest' | 'verify';
};

/** Of a file that was written, the name it has on the stick. */
export type CarrierAnswer =
  | { readonly did: 'wrote'; readonly file: string }
  | { readonly did: 'took'; readonly verdicts: readonly string[] }
  | { readonly did: 'inspected'; readonly files: Readonly<Record<string, string>> }
  | { readonly did: 'digest'; readonly digest: string }
  | { readonly did: 'verified'; readonly ok: boolean }
  /** The last of each command. */
  | { readonly did: 'ended'; readonly code: string | null };

const test = await createTestApp({ folder: process.argv[2] ?? '' });
await test.call('session.unlock', { user: testUser, passphrase: testPassphrase });
const say = (answer: CarrierAnswer): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as CarrierCommand;
  say({ did: 'ended', code: await obey(command) });
}
await test.close();

async function obey({ do: what }: CarrierCommand): Promise<string | null> {
  switch (what) {
    case 'write':
      return repeat(writeOnce);
    case 'takeIn':
      return repeat(takeInOnce);
    case 'takeAll':
      return takeInOnce();
    case 'inspect':
      return inspectAll();
    case 'digest':
      say({ did: 'digest', digest: (await test.call('exchange.digest', { class: 'open' })).digest });
      return null;
    case 'verify':
      say({ did: 'verified', ok: (await test.call('exchange.verify', {})).ok });
      return null;
  }
}

/** A stick that is in answers at once, and one that is gone refuses: there is no third. */
async function repeat(once: () => Promise<string | null>): Promise<string> {
  for (;;) {
    const code = await once();
    if (code !== null) return code;
  }
}

async function stickToken(): Promise<string | null> {
  return (await test.call('sticks.list', {})).sticks[0]?.token ?? null;
}

async function writeOnce(): Promise<string | null> {
  await test.call('forums.create', { fields: sampleForum({ name: `forum ${test.ports.newId()}` }) });
  const to = await stickToken();
  if (to === null) return 'file/stick-gone';
  const written = await test.answer('exchange.write', { to });
  if (!written.ok) return written.error.code;
  const { file } = written.value as OutputOf<'exchange.write'>;
  say({ did: 'wrote', file: file.slice(file.lastIndexOf('/') + 1) });
  return null;
}

async function takeInOnce(): Promise<string | null> {
  const files = await bundleTokens();
  if (files === null) return 'file/stick-gone';
  if (files.length === 0) return null;
  const taken = await test.answer('exchange.takeIn', { files: files.map(({ token }) => token) });
  if (!taken.ok) return taken.error.code;
  const reports = taken.value as OutputOf<'exchange.takeIn'>;
  say({ did: 'took', verdicts: reports.map(({ verdict, code }) => code ?? verdict) });
  return null;
}

async function inspectAll(): Promise<string | null> {
  const files = await bundleTokens();
  if (files === null) return 'file/stick-gone';
  const verdicts: Record<string, string> = {};
  for (const { token, name } of files) {
    const about = await test.call('exchange.inspect', { file: token });
    verdicts[name] = about.code ?? about.verdict;
  }
  say({ did: 'inspected', files: verdicts });
  return null;
}

async function bundleTokens(): Promise<readonly { token: string; name: string }[] | null> {
  const stick = await stickToken();
  if (stick === null) return null;
  const found = await test.answer('sticks.bundlesOn', { stick });
  return found.ok ? (found.value as OutputOf<'sticks.bundlesOn'>).files : null;
}
