/** @file Where the shell keeps its home. In a checkout `JISR_HOME` and `JISR_WITNESS` choose; installed, nothing does. */
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { CoreSettings } from '#core/ports.ts';

export function shellSettings(): CoreSettings {
  const home = app.isPackaged ? installedHome() : (process.env.JISR_HOME ?? join(app.getAppPath(), '.jisr-home'));
  const witness = app.isPackaged ? undefined : process.env.JISR_WITNESS;
  return {
    homeFolder: home,
    witnessFolder: witness ?? join(dirname(home), '.jisr-witness'),
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
