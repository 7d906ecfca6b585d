import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';

const source = readFileSync(path.join(import.meta.dirname, 'use-act-words.ts'), 'utf8');

it('has words for every query that opens a record, since each look is written down', () => {
  const opening = Object.entries(contract).filter(([, method]) => method.opens !== undefined);
  expect(opening.length).toBeGreaterThan(10);
  expect(opening.map(([name]) => name).filter((name) => !source.includes(`'${name}':`))).toEqual([]);
});
