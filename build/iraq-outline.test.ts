import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatOutline, outlineFile } from './iraq-outline.ts';

it('the outline of Iraq is the one of the atlas that is installed', () => {
  expect(readFileSync(outlineFile, 'utf8')).toBe(formatOutline());
});
