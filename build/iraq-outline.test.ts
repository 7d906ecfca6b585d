import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { formatOutline } from './iraq-outline.ts';
import { projectFolder } from './project-folder.ts';

it('the outline of Iraq is the one of the atlas that is installed', () => {
  const kept = readFileSync(path.join(projectFolder, 'shared/domain/generated/iraq-outline.ts'), 'utf8');
  expect(kept).toBe(formatOutline());
});
