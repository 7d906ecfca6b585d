import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';

/** One of our own source files: its path from the project's folder, with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Something a check found: where, and a sentence that says what to do instead. */
export type Breach = { readonly path: string; readonly line: number; readonly message: string };

/** Reads every TypeScript and CSS file of the project. */
export function readSourceFiles(): SourceFile[] {
  const pattern = '{shared,electron,renderer,build}/**/*.{ts,tsx,css}';
  return globSync(pattern, { cwd: projectFolder, exclude: ['**/node_modules/**'] })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(projectFolder, file), 'utf8') }));
}

/** 1 for the first line. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Prints what was found and answers whether there was nothing. */
export function reportBreaches(title: string, breaches: readonly Breach[]): boolean {
  for (const breach of breaches) console.error(`${breach.path}:${breach.line}  ${breach.message}`);
  if (breaches.length === 0) console.log(`${title}: nothing found`);
  return breaches.length === 0;
}
