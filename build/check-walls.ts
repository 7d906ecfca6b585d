/**
 * @file The import walls that Biome's patterns cannot express: those that compare the importing folder with the
 * imported one, and those that tell a type from a value. All others stand in biome.json, each wall in one place only.
 */
import path from 'node:path';
import { type Breach, lineOf, readSourceFiles, reportBreaches, type SourceFile } from './source-files.ts';

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };
type Wall = { readonly says: string; readonly isBroken: (found: Import) => boolean };

const walls: readonly Wall[] = [
  {
    says: 'features of the renderer do not import each other: renderer/app composes them',
    isBroken: ({ from, to }) => crossesFeatures('renderer/features/', from, to),
  },
  {
    says: 'shared pieces of the renderer know no feature and no screen of the application',
    isBroken: ({ from, to }) =>
      /^renderer\/(client|components|theme)\//.test(from) && /^renderer\/(features|app)\//.test(to),
  },
  {
    says: 'renderer/app composes features, so no feature imports renderer/app',
    isBroken: ({ from, to }) => from.startsWith('renderer/features/') && to.startsWith('renderer/app/'),
  },
  {
    says: 'one feature of core reaches another by its use-cases, not by its store',
    isBroken: ({ from, to }) => crossesFeatures('electron/core/features/', from, to) && to.endsWith('-store.ts'),
  },
  {
    says: 'preload takes types alone from shared/ (write "import type")',
    isBroken: ({ from, to, typeOnly }) => from.startsWith('electron/preload/') && to.startsWith('shared/') && !typeOnly,
  },
];

/** Lists every import that breaks a wall. Tests beside the code are held to fewer walls and are left out. */
export function findWallBreaches(files: readonly SourceFile[]): Breach[] {
  return files.filter((file) => !/\.(test|spec)\.tsx?$/.test(file.path)).flatMap(breachesOf);
}

function breachesOf(file: SourceFile): Breach[] {
  return importsOf(file).flatMap(({ found, line }) =>
    walls.filter((wall) => wall.isBroken(found)).map((wall) => ({ path: file.path, line, message: wall.says })),
  );
}

function importsOf(file: SourceFile): { found: Import; line: number }[] {
  const pattern = /\b(import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...file.text.matchAll(pattern)].map((match) => ({
    found: {
      from: file.path,
      to: pathOfImport(file.path, match[3] ?? match[4] ?? ''),
      typeOnly: match[2] !== undefined,
    },
    line: lineOf(file.text, match.index),
  }));
}

/** `#core/db/open.ts` and `./open.ts` as paths from the project's folder; names of packages stay as they are. */
function pathOfImport(from: string, specifier: string): string {
  if (specifier.startsWith('#core/')) return `electron/${specifier.slice(1)}`;
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  return specifier;
}

function crossesFeatures(root: string, from: string, to: string): boolean {
  if (!from.startsWith(root) || !to.startsWith(root)) return false;
  return from.slice(root.length).split('/')[0] !== to.slice(root.length).split('/')[0];
}

if (import.meta.main) process.exitCode = reportBreaches('walls', findWallBreaches(readSourceFiles())) ? 0 : 1;
