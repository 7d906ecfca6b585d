/** @file Files on a stick that may be for us, told by their names: nothing is opened. */
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handler } from '#core/context.ts';
import { bundleFileName } from '#core/exchange/bundle-format.ts';
import { fileErrorOf } from '#core/files/file-error.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

const mostShown = 500;
/** A stick full of files, ours or not, must not keep anybody waiting: beyond that we look no further. */
const mostLookedAt = 5000;

type Found = { readonly name: string; readonly addressedTo: 'us' | 'others' | 'unknown' };
type Dated = Found & { readonly bytes: number; readonly at: number };

export const bundlesOn: Handler<'sticks.bundlesOn'> = async ({ home, services }, { stick }) => {
  const folder = await services.files.stickFolder(stick);
  if (!folder.ok) return folder;
  const found = await bundleNames(folder.value, bundleFileName(home.rosters.self().device, new Uint8Array(3)));
  // A stick that has never been used here has no folder of ours.
  if (!found.ok && found.error.code === 'file/not-found') return ok({ files: [], total: 0 });
  if (!found.ok) {
    const isIn = await services.files.isThere(stick);
    return err(isIn ? refusal('file/cannot-read', {}) : refusal('file/stick-gone', {}));
  }
  const looked = found.value.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostLookedAt);
  const dated: Dated[] = [];
  for (const file of looked) {
    const about = await lstat(join(folder.value, file.name)).catch(() => null);
    if (about) dated.push({ ...file, bytes: about.size, at: about.mtimeMs });
  }
  const files = dated
    .toSorted((a, b) => rank(a) - rank(b) || b.at - a.at || (a.name < b.name ? -1 : 1))
    .slice(0, mostShown)
    .map(({ name, addressedTo, bytes, at }) => ({
      token: services.files.grant(join(folder.value, name), 'file'),
      name,
      bytes,
      at: new Date(at).toISOString(),
      addressedTo,
    }));
  return ok({ files, total: found.value.length });
};

/** `own`: the name of any bundle for this device. */
async function bundleNames(folder: string, own: string) {
  const prefix = own.slice(0, 'CP-0000-'.length).toLowerCase();
  const names: Found[] = [];
  try {
    // A link would lead away from the stick.
    if ((await lstat(folder)).isSymbolicLink()) return err(refusal('file/cannot-read', {}));
    for await (const { name } of await opendir(folder)) {
      if (name.toLowerCase().endsWith('.cpb')) names.push({ name, addressedTo: addresseeOf(name, prefix) });
    }
    return ok(names);
  } catch (error) {
    return err(fileErrorOf(error));
  }
}

function addresseeOf(name: string, prefix: string): Found['addressedTo'] {
  if (!/^cp-[0-9a-f]{4}-/i.test(name)) return 'unknown';
  return name.toLowerCase().startsWith(prefix) ? 'us' : 'others';
}

const rank = ({ addressedTo }: Found): number => ['us', 'unknown', 'others'].indexOf(addressedTo);
