/**
 * @file Writes THIRD-PARTY-NOTICES.md: every package that the application carries, with its licence. What counts is the
 * closure of `dependencies` in package-lock.json; tools and the pinned Node are not part of the application, and
 * Electron ships its own notices. `--check` only compares and answers with the exit code.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';

type LockEntry = {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
};
type Lockfile = { readonly packages: Readonly<Record<string, LockEntry>> };

type CarriedPackage = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Undefined where the package brings no licence file. */
  readonly text: string | undefined;
};

const noticesFile = path.join(projectFolder, 'THIRD-PARTY-NOTICES.md');
/** Parts of a package that come from elsewhere, with a licence of their own: decoders of pictures in papers. */
const licencesOfParts: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': ['JBIG2', 'OPENJPEG', 'PDFJS_JBIG2', 'PDFJS_OPENJPEG'].map((name) => `wasm/LICENSE_${name}`),
};
const licenseFileNames = /^(licen[cs]e|copying|copyrightnotice)(-\w+)?(\.(md|txt))?$/i;

/** The whole text of THIRD-PARTY-NOTICES.md for what is installed now. Needs `npm ci` to have run. */
export function formatNotices(): string {
  const lockfile = readLockfile();
  const packages = carriedFolders(lockfile).map((folder) => readPackage(folder, lockfile.packages[folder] ?? {}));
  const sorted = packages.sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  return `${[introduction, formatTable(sorted), ...formatTexts(sorted)].join('\n\n')}\n`;
}

/** Paths in `node_modules` that `dependencies` lead to, found as Node finds them: the nearest folder upwards. */
export function carriedFolders(lockfile: Lockfile): string[] {
  const found = new Set<string>();
  const waiting = dependenciesOf(lockfile, '');
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    waiting.push(...dependenciesOf(lockfile, folder));
  }
  return [...found];
}

const introduction = [
  '# Third-party notices',
  'Jisr carries the packages below. This file is generated from `package-lock.json` by `node build/notices.ts`.',
].join('\n\n');

function readLockfile(): Lockfile {
  return JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8'));
}

function dependenciesOf(lockfile: Lockfile, folder: string): string[] {
  const names = Object.keys(lockfile.packages[folder]?.dependencies ?? {});
  return names.map((name) => resolve(lockfile, folder, name));
}

function resolve(lockfile: Lockfile, from: string, name: string): string {
  const nested = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (lockfile.packages[nested] !== undefined) return nested;
  if (from === '') throw new Error(`package-lock.json lacks ${name}: run npm install`);
  return resolve(lockfile, from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0)), name);
}

function readPackage(folder: string, entry: LockEntry): CarriedPackage {
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return {
    name,
    version: entry.version ?? '',
    license: entry.license ?? 'not named',
    text: readLicense(path.join(projectFolder, folder), licencesOfParts[name] ?? []),
  };
}

function readLicense(folder: string, ofParts: readonly string[]): string | undefined {
  if (!existsSync(folder)) throw new Error(`${path.relative(projectFolder, folder)} is missing: run npm ci`);
  const files = readdirSync(folder)
    .filter((file) => licenseFileNames.test(file))
    .sort()
    .concat(ofParts);
  const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function formatTable(packages: readonly CarriedPackage[]): string {
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return ['| Package | Version | Licence |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Each text once, under the packages that carry it. */
function formatTexts(packages: readonly CarriedPackage[]): string[] {
  const groups = Map.groupBy(packages, ({ text, license }) => digest(text ?? `none ${license}`));
  return [...groups.values()].map((group) => {
    const names = [...new Set(group.map(({ name }) => name))].join(', ');
    const text = group[0]?.text ?? `The package brings no licence text; it names the licence ${group[0]?.license}.`;
    return `## ${names}\n\n\`\`\`text\n${text.replaceAll('```', "'''")}\n\`\`\``;
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex');
}

/** By code unit, so that the file is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function main(): void {
  const notices = formatNotices();
  if (!process.argv.includes('--check')) {
    writeFileSync(noticesFile, notices);
  } else if (!existsSync(noticesFile) || readFileSync(noticesFile, 'utf8') !== notices) {
    console.error('THIRD-PARTY-NOTICES.md is out of date: run "node build/notices.ts"');
    process.exitCode = 1;
  }
}

if (import.meta.main) main();
