import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { carriedFolders, formatNotices } from './notices.ts';
import { projectFolder } from './project-folder.ts';

describe('third-party notices', () => {
  it('are those of the installed packages', () => {
    expect(readFileSync(path.join(projectFolder, 'THIRD-PARTY-NOTICES.md'), 'utf8')).toBe(formatNotices());
  });

  it('follow dependencies to the nearest folder and leave tools out', () => {
    const packages = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '2', c: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': {},
      'node_modules/tool': {},
    };
    expect(carriedFolders({ packages }).sort()).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ]);
  });
});
