import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatPermissions, permissionsFile } from './permissions.ts';

it('docs/permissions.md is what the contract and the permissions say', () => {
  expect(readFileSync(permissionsFile, 'utf8')).toBe(formatPermissions());
});
