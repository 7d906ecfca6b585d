import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['shared', 'electron', 'renderer', 'build'];
const FORBIDDEN =
  /\bIntl\s*\.\s*(DateTimeFormat|NumberFormat|RelativeTimeFormat|ListFormat|DisplayNames|Collator|DurationFormat)\b|\.(toLocale(Date|Time|UpperCase|LowerCase)?String|toLocale(Upper|Lower)Case|localeCompare)\s*\(/;

function sources(folder: string): string[] {
  return readdirSync(path.join(project, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs|cjs)$/.test(entry.name))
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(^|\/)node_modules\/|\.(test|spec)\.tsx?$/.test(file));
}

it('nothing outside shared/text formats or compares with the platform, which has no Kurdish', () => {
  const breaches = FOLDERS.flatMap(sources)
    .filter((file) => !file.startsWith('shared/text/'))
    .filter((file) => FORBIDDEN.test(readFileSync(path.join(project, file), 'utf8')));
  expect(breaches).toEqual([]);
});

it('shared/text itself leaves the platform alone', () => {
  const breaches = sources('shared/text').filter((file) =>
    /\bIntl\b/.test(readFileSync(path.join(project, file), 'utf8')),
  );
  expect(breaches).toEqual([]);
});
