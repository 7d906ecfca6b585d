/** @file Where a checkout keeps its home, the same for every host that runs from it. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { CoreSettings } from './ports.ts';

/**
 * Settings from `JISR_HOME` and `JISR_WITNESS`, else `.jisr-home/` in the checkout and `.jisr-witness/` beside the
 * home. `home` goes before the environment. `JISR_TEST_DRIVES` names a folder whose folders stand for sticks; the
 * installed application takes its settings from elsewhere and knows nothing of it.
 */
export function localSettings(
  projectFolder: string,
  env: Readonly<Record<string, string | undefined>>,
  home: string | undefined = env.JISR_HOME,
): CoreSettings {
  const homeFolder = resolve(home || join(projectFolder, '.jisr-home'));
  const description = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string };
  return {
    homeFolder,
    witnessFolder: resolve(env.JISR_WITNESS || join(dirname(homeFolder), '.jisr-witness')),
    resourcesFolder: join(projectFolder, 'resources'),
    appVersion: description.version,
    ...(env.JISR_TEST_DRIVES ? { testSticksFolder: resolve(env.JISR_TEST_DRIVES) } : {}),
  };
}
