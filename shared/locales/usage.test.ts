import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_RESOURCES } from './all-resources.ts';
import { NAMESPACES, type Sentences } from './namespaces.ts';

const project = path.resolve(import.meta.dirname, '../..');
const FOLDERS = ['renderer', 'electron', 'shared'];

/** Keys built at run time from a code: `errors:` from refusals, `users:role.` from roles and so on. */
const DYNAMIC_FAMILIES = [
  'errors:',
  'users:role.',
  'common:languages.',
  'common:digits.',
  'common:nav.',
  'notices:kind.',
  'exchange:todo.',
  'papers:kind.',
  'papers:purpose.',
  'figures:measure.',
  'figures:meaning.',
  'figures:dimension.',
  'figures:family.',
  'figures:period.',
  'figures:unit.',
  'figures:value.',
  'reference:rule.',
  'reference:area.',
  'reference:kind.',
  'reference:level.',
];

/** Words every screen may take without announcing it here; other namespaces must be used to the last key. */
const COMMON_STOCK =
  /^common:(app|action|status|state|word|label|count|history|record|draft|leave|void|list|date|window)\./;

const LITERAL = new RegExp(`(['"\`])((?:${NAMESPACES.join('|')}):[A-Za-z][\\w-]*(?:\\.[\\w-]+)*)\\1`, 'g');
const TEMPLATE = new RegExp(`\`((?:${NAMESPACES.join('|')}):[^\`$]*)\\$\\{`, 'g');

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(project, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules') && !file.startsWith('shared/locales/'))
    .map((file) => ({ file, text: readFileSync(path.join(project, file), 'utf8') })),
);

const keysOf = (prefix: string, sentences: Sentences): string[] =>
  Object.entries(sentences).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`${prefix}${name}`.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(`${prefix}${name}.`, value),
  );

const known = new Set(NAMESPACES.flatMap((namespace) => keysOf(`${namespace}:`, ALL_RESOURCES.en[namespace])));
const used = files
  .flatMap(({ file, text }) => [...text.matchAll(LITERAL)].map((match) => ({ file, key: match[2] ?? '' })))
  .filter(({ key }) => key !== 'about:blank');

describe('keys in the sources', () => {
  it('all exist', () => {
    expect(used.filter(({ key }) => !known.has(key)).map(({ file, key }) => `${file} ${key}`)).toEqual([]);
  });

  it('are literals, but for families built from a code', () => {
    const built = files.flatMap(({ file, text }) =>
      [...text.matchAll(TEMPLATE)].map((match) => ({ file, prefix: match[1] ?? '' })),
    );
    const wrong = built.filter(({ prefix }) => !DYNAMIC_FAMILIES.some((family) => prefix.startsWith(family)));
    expect(wrong.map(({ file, prefix }) => `${file} ${prefix}`)).toEqual([]);
  });

  it('name their namespace, so that a search finds them', () => {
    const wrong = files.flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![.\w])(?:i18n\.|translator\.)?t\(\s*(['"`])([^'"`:$]+)\1/g)].map(
        (match) => `${file} ${match[2]}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('use every sentence there is', () => {
    const usedKeys = new Set(used.map(({ key }) => key));
    const unused = [...known].filter(
      (key) =>
        !usedKeys.has(key) && !COMMON_STOCK.test(key) && !DYNAMIC_FAMILIES.some((family) => key.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});
