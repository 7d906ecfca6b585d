/** @file Where the shell keeps its home. In a checkout the environment chooses; installed, nothing does. */
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { localSettings } from '#core/local-settings.ts';
import type { CoreSettings } from '#core/ports.ts';

export function shellSettings(): CoreSettings {
  if (!app.isPackaged) return localSettings(app.getAppPath(), process.env);
  const home = installedHome();
  return {
    homeFolder: home,
    witnessFolder: join(dirname(home), 'witness'),
    resourcesFolder: join(app.getAppPath(), 'resources'),
    appVersion: app.getVersion(),
  };
}

/** All accounts of a Windows PC share one home; the installer sets who may read it. */
function installedHome(): string {
  const shared = process.env.ProgramData;
  if (process.platform === 'win32' && shared) return join(shared, 'Jisr', 'data');
  return join(app.getPath('appData'), 'Jisr', 'data');
}
