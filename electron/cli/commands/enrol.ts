/** @file Joining by two files. Trust comes from people who compare the fingerprints, so a terminal asks for it. */
import { resolve } from 'node:path';
import type { OutputOf } from '#shared/contract/contract.ts';
import { err } from '#shared/lib/result.ts';
import { type CliContext, type CliError, command } from '#electron/cli/command.ts';
import { noArguments, oneArgument, required } from '#electron/cli/options.ts';
import { withSession } from '#electron/cli/session.ts';

type Requested = Pick<OutputOf<'enrol.request'>, 'file' | 'fingerprint'>;
type Accepted = Pick<OutputOf<'enrol.accept'>, 'file' | 'node' | 'fingerprint'>;

export const enrolRequestCommand = command<Requested>({
  name: 'enrol request',
  synopsis: 'enrol request --out FILE',
  summary: (words) => words.t('cli:command.enrolRequest'),
  options: ['out'],
  run: (context) => {
    noArguments(context.rest);
    const out = resolve(required(context.values, 'out'));
    return withSession(context, async ({ app, call }) => {
      const made = await call('enrol.request', { to: app.grantPath(out, 'file') });
      if (!made.ok) return made;
      const { file, fingerprint } = made.value;
      return { ok: true, value: { file, fingerprint } };
    });
  },
  tell: ({ file, fingerprint }, { words }) => [
    words.t('cli:word.file', { file }),
    words.t('cli:enrol.deviceFingerprint', { fingerprint }),
    words.t('cli:enrol.afterRequest'),
  ],
});

export const enrolAcceptCommand = command<Accepted>({
  name: 'enrol accept',
  synopsis: 'enrol accept FILE --out FILE [--under NODE | --node NODE]',
  summary: (words) => words.t('cli:command.enrolAccept'),
  options: ['out', 'under', 'node'],
  run: (context) => {
    const request = resolve(oneArgument(context.rest, 'FILE'));
    const out = resolve(required(context.values, 'out'));
    const { under, node } = context.values;
    return withSession(context, async ({ app, call }) => {
      const read = await call('enrol.readRequest', { file: app.grantPath(request, 'file') });
      if (!read.ok) return read;
      const { fingerprint, name } = read.value;
      const shown = context.words.t('cli:enrol.compareRequest', { name, fingerprint });
      if (!(await isConfirmed(context, shown))) return err(differs);
      const accepted = await call('enrol.accept', {
        file: app.grantPath(request, 'file'),
        fingerprint,
        to: app.grantPath(out, 'file'),
        ...(under === undefined ? {} : { under }),
        ...(node === undefined ? {} : { node }),
      });
      if (!accepted.ok) return accepted;
      const { file, fingerprint: device } = accepted.value;
      return { ok: true, value: { file, node: accepted.value.node, fingerprint: device } };
    });
  },
  tell: ({ file, node, fingerprint }, { words }) => [
    words.t('cli:word.file', { file }),
    words.t('cli:word.node', { node }),
    words.t('cli:enrol.deviceFingerprint', { fingerprint }),
    words.t('cli:enrol.afterAccept'),
  ],
});

export const enrolInstallCommand = command<OutputOf<'enrol.install'>>({
  name: 'enrol install',
  synopsis: 'enrol install FILE',
  summary: (words) => words.t('cli:command.enrolInstall'),
  options: [],
  run: (context) => {
    const answer = resolve(oneArgument(context.rest, 'FILE'));
    return withSession(context, async ({ app, call }) => {
      const read = await call('enrol.readAnswer', { file: app.grantPath(answer, 'file') });
      if (!read.ok) return read;
      const { fingerprint, parentName: name } = read.value;
      const shown = context.words.t('cli:enrol.compareAnswer', { name, fingerprint });
      if (!(await isConfirmed(context, shown))) return err(differs);
      return call('enrol.install', { file: app.grantPath(answer, 'file'), fingerprint });
    });
  },
  tell: ({ node, parent }, { words }) => [
    words.t('cli:enrol.installed'),
    words.t('cli:word.node', { node }),
    words.t('cli:enrol.parent', { node: parent }),
  ],
});

const differs: CliError = { code: 'enrol/fingerprint-differs', params: {} };

/** Shown to whoever is there; asked only on a terminal, because a script has compared it elsewhere. */
async function isConfirmed({ terminal, values, words }: CliContext, shown: string): Promise<boolean> {
  terminal.note(shown);
  if (!terminal.interactive || values.json === true) return true;
  const yes = words.t('cli:ask.yes');
  return (await terminal.ask(`${words.t('cli:ask.sameFingerprint', { yes })} `)).trim().toLowerCase() === yes;
}
