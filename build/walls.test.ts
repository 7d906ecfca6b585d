/**
 * @file Every wall of the house is hit once on purpose. Biome's walls are tried in a copy of biome.json beside planted
 * files, so that nothing is written into the tree.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findStyleBreaches } from './check-styles.ts';
import { findWallBreaches } from './check-walls.ts';
import { projectFolder } from './project-folder.ts';

type Planted = { readonly path: string; readonly text: string };

const wall = 'style/noRestrictedImports';
const use = (specifier: string) => `import { a } from '${specifier}';\nexport const b = a;\n`;

/** File, text, and the rule that must refuse it (null: must be allowed). */
const planted: readonly (readonly [string, string, string | null])[] = [
  ['shared/domain/w1.ts', use('node:fs'), wall],
  ['shared/domain/w2.ts', use('react'), wall],
  ['shared/domain/w3.ts', use('#core/app.ts'), wall],
  ['shared/domain/w4.ts', use('../../electron/core/app.ts'), wall],
  ['shared/domain/w5.ts', use('zod'), null],
  ['shared/domain/w6.ts', use('#shared/lib/result.ts'), null],
  ['shared/domain/w7.ts', use('./other.ts'), null],
  ['shared/domain/w8.test.ts', use('node:fs'), null],
  ['electron/core/db/w1.ts', use('electron'), wall],
  ['electron/core/db/w2.ts', use('#electron/http/server.ts'), wall],
  ['electron/core/db/w3.ts', use('#renderer/app/frame.tsx'), wall],
  ['electron/core/db/w4.ts', use('#build/test.ts'), wall],
  ['electron/core/db/w5.ts', use('#core/testing/create-test-app.ts'), wall],
  ['electron/core/db/w6.ts', use('../testing/create-test-app.ts'), wall],
  ['electron/core/db/w7.ts', use('node:crypto'), wall],
  ['electron/core/db/w8.ts', use('hash-wasm'), wall],
  ['electron/core/db/w9.ts', use('#core/crypto/hash.ts'), null],
  ['electron/core/db/w10.test.ts', use('#core/testing/create-test-app.ts'), null],
  ['electron/core/crypto/w1.ts', "import { argon2 } from 'node:crypto';\nexport const b = argon2;\n", wall],
  ['electron/core/crypto/w2.ts', use('node:fs'), wall],
  ['electron/core/crypto/w3.ts', use('#core/db/open.ts'), wall],
  ['electron/core/crypto/w4.ts', "import { randomBytes } from 'node:crypto';\nexport const b = randomBytes;\n", null],
  ['electron/main/w1.ts', use('#core/db/open.ts'), wall],
  ['electron/main/w2.ts', use('#renderer/app/frame.tsx'), wall],
  ['electron/main/w3.ts', use('electron'), null],
  ['electron/main/w4.ts', use('#core/app.ts'), null],
  ['electron/preload/w1.ts', use('#core/app.ts'), wall],
  ['electron/preload/w2.ts', use('node:fs'), wall],
  ['electron/preload/w3.ts', use('electron'), null],
  ['electron/http/w1.ts', use('electron'), wall],
  ['electron/http/w2.ts', use('#core/db/open.ts'), wall],
  ['electron/cli/w1.ts', use('electron'), wall],
  ['electron/cli/w2.ts', use('#core/features/forums/forums-store.ts'), wall],
  ['electron/cli/w3.ts', use('#core/app.ts'), null],
  ['build/w1.ts', use('#core/db/open.ts'), wall],
  ['build/w2.ts', use('#core/testing/create-test-app.ts'), null],
  ['renderer/features/forums/w1.tsx', use('node:fs/promises'), wall],
  ['renderer/features/forums/w2.tsx', use('electron'), wall],
  ['renderer/features/forums/w3.tsx', use('#electron/main/window.ts'), wall],
  ['renderer/features/forums/w4.tsx', use('#core/app.ts'), wall],
  ['renderer/features/forums/w5.tsx', use('../../client/client.ts'), wall],
  ['renderer/features/forums/w6.tsx', use('#renderer/client/client.ts'), null],
  ['renderer/e2e/w1.ts', use('#renderer/features/forums/forums-screen.tsx'), wall],
  ['renderer/features/forums/r1.tsx', 'export const b = Intl;\n', 'style/noRestrictedGlobals'],
  ['shared/text/r1.ts', 'export const b = Intl;\n', null],
  ['electron/core/r1.ts', "export const b = fetch('https://example.org');\n", 'style/noRestrictedGlobals'],
  ['electron/core/r2.ts', 'console.log(1);\n', 'suspicious/noConsole'],
  ['electron/cli/r1.ts', 'console.log(1);\n', null],
  ['electron/core/r3.ts', 'const b = 1;\nexport default b;\n', 'style/noDefaultExport'],
  ['vite.config.ts', 'const b = 1;\nexport default b;\n', null],
  ['electron/core/r4.ts', 'export const b = (a: any): unknown => a;\n', 'suspicious/noExplicitAny'],
  ['electron/core/rFive.ts', 'export const b = 1;\n', 'style/useFilenamingConvention'],
  ['electron/core/c1.ts', "import { c } from './c2.ts';\nexport const d = c;\n", 'suspicious/noImportCycles'],
  ['electron/core/c2.ts', "import { d } from './c1.ts';\nexport const c = d;\n", 'suspicious/noImportCycles'],
];

describe('walls held by Biome', () => {
  let folder = '';
  let rulesByFile: Map<string, Set<string>>;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jisr-walls-'));
    rulesByFile = lintPlanted(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(planted)('%s answers %j with %s', (file, _text, rule) => {
    const rules = rulesByFile.get(file) ?? new Set();
    if (rule === null) expect([...rules]).toEqual([]);
    else expect(rules).toContain(`lint/${rule}`);
  });
});

describe('walls held by check-walls.ts', () => {
  it.each([
    ['renderer/features/forums/a.tsx', '#renderer/features/meetings/b.tsx'],
    ['renderer/features/forums/a.tsx', '#renderer/app/routes.tsx'],
    ['renderer/components/a.tsx', '#renderer/features/meetings/b.tsx'],
    ['renderer/client/a.ts', '#renderer/app/routes.tsx'],
    ['electron/core/features/forums/a.ts', '#core/features/meetings/meetings-store.ts'],
    ['electron/preload/a.ts', '#shared/contract/host.ts'],
  ])('refuses in %s the import of %s', (file, specifier) => {
    expect(findWallBreaches([{ path: file, text: use(specifier) }])).toMatchObject([{ path: file, line: 1 }]);
  });

  it.each([
    ['renderer/features/forums/a.tsx', '#renderer/features/forums/b.tsx'],
    ['renderer/app/routes.tsx', '#renderer/features/forums/b.tsx'],
    ['electron/core/features/forums/a.ts', '#core/features/meetings/hold-meeting.ts'],
    ['electron/core/features/forums/a.ts', './forums-store.ts'],
  ])('allows in %s the import of %s', (file, specifier) => {
    expect(findWallBreaches([{ path: file, text: use(specifier) }])).toEqual([]);
  });

  it('sees imports over several lines, lazy imports and imports of types', () => {
    const path = 'renderer/features/forums/a.tsx';
    const several = "import {\n  a,\n  b,\n} from '#renderer/features/meetings/b.tsx';\n";
    const lazy = "const screen = () => import('#renderer/features/meetings/b.tsx');\n";
    expect(findWallBreaches([{ path, text: several }])).toHaveLength(1);
    expect(findWallBreaches([{ path, text: lazy }])).toHaveLength(1);
    expect(
      findWallBreaches([{ path: 'electron/preload/a.ts', text: `import type { A } from '#shared/x.ts';` }]),
    ).toEqual([]);
  });
});

describe('house rules held by check-styles.ts', () => {
  it.each([
    ['renderer/theme/a.css', '.a { margin-left: 1px }'],
    ['renderer/theme/a.css', '.a { text-align: right; }'],
    ['renderer/theme/a.css', '.a {\n  left: 0;\n}'],
    ['renderer/theme/a.css', '.a { border-top-left-radius: 1px }'],
    ['renderer/app/a.tsx', '<Box ml="md" />'],
    ['renderer/app/a.tsx', '<Box style={{ top: 0, left: 0 }} />'],
    ['renderer/app/a.tsx', '<Box style={{ paddingRight: 4 }} />'],
    ['renderer/app/a.tsx', 'const text = total.toLocaleString();'],
    ['electron/core/db/a.ts', 'const at = Date.now();'],
    ['electron/core/db/a.ts', 'await db.backup(file);'],
    ['electron/main/a.ts', "shell.openExternal('https://example.org');"],
    ['shared/domain/a.ts', `// ${'TO'}${'DO'}: later`],
  ])('refuses in %s: %s', (file, text) => {
    expect(findStyleBreaches([{ path: file, text }])).toHaveLength(1);
  });

  it.each([
    ['renderer/theme/a.css', '.a { margin-inline-start: 1px; text-align: start }'],
    ['renderer/app/a.tsx', '<Button leftSection={icon} ms="md" />'],
    ['electron/core/worker.ts', 'const at = Date.now();'],
    ['electron/main/handle.ts', "ipcMain.handle('call', answer);"],
  ])('allows in %s: %s', (file, text) => {
    expect(findStyleBreaches([{ path: file, text }])).toEqual([]);
  });

  it('lets a single file talk to ipcMain', () => {
    const text = "ipcMain.handle('call', answer);";
    const breaches = findStyleBreaches([
      { path: 'electron/main/handle.ts', text },
      { path: 'electron/main/window.ts', text },
    ]);
    expect(breaches).toMatchObject([{ path: 'electron/main/window.ts' }]);
  });
});

/** Runs Biome once over all planted files; answers the rules that each file broke. */
function lintPlanted(folder: string): Map<string, Set<string>> {
  copyFileSync(path.join(projectFolder, 'biome.json'), path.join(folder, 'biome.json'));
  copyFileSync(path.join(projectFolder, 'package.json'), path.join(folder, 'package.json'));
  execFileSync('git', ['init', '-q', folder]);
  for (const [file, text] of planted) plant(folder, { path: file, text });
  const report = JSON.parse(lint(folder));
  const byFile = new Map<string, Set<string>>();
  for (const { category, location } of report.diagnostics) {
    const file = String(location.path).replaceAll('\\', '/');
    byFile.set(file, (byFile.get(file) ?? new Set()).add(category));
  }
  return byFile;
}

function plant(folder: string, file: Planted): void {
  const target = path.join(folder, file.path);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, file.text);
}

function lint(folder: string): string {
  const biome = path.join(projectFolder, 'node_modules', '.bin', 'biome');
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return spawnSync(biome, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout;
}
