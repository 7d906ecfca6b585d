import type { HandlersOf } from '#core/context.ts';
import { writable } from '#core/features/files/writable.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { backupStatus } from './backup-status.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

export const backupHandlers: HandlersOf<'backup'> = {
  'backup.status': async (context) => ok(backupStatus(context)),
  'backup.write': writeBackup,
  'backup.stage': async ({ services }, { token, name, data }) => {
    if (services.home.exists()) return err(refusal('home/exists', {}));
    // A backup may be larger than any bundle; the disk is its limit.
    const maxBytes = Number.MAX_SAFE_INTEGER;
    const staged = await services.files.stage({ token, name, data: Buffer.from(data, 'base64'), maxBytes });
    return staged.ok ? staged : err(writable(staged.error));
  },
  'backup.restore': restoreBackup,
};
