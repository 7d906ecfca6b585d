/** @file What the window loads before its first screen: the entry script and what it imports at once, compressed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectFolder } from '#build/project-folder.ts';
import type { Bench, Figure } from './measure.ts';

const folder = path.join(projectFolder, 'out/renderer');

export const firstScriptBench: Bench = {
  name: 'first-script',
  run: async (): Promise<Figure[]> => {
    const page = path.join(folder, 'index.html');
    if (!existsSync(page)) {
      console.log('  not built: npm run build');
      return [];
    }
    const html = readFileSync(page, 'utf8');
    const entries = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
    const scripts = entries.map((file) => readFileSync(path.join(folder, file)));
    const bytes = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0);
    return [{ what: 'first JavaScript, gzip', value: bytes / 1024, unit: 'kB', goal: { atMost: 350 } }];
  },
};
