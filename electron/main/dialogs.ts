/** @file File dialogs of the system. A screen gets a token and a name, never a path. */
import { basename } from 'node:path';
import { dialog, type OpenDialogOptions } from 'electron';
import { type HostMethods, type PickKind, refuse } from '#core/host-call.ts';
import type { CoreThread } from '#core/core-thread.ts';
import { refusal } from '#shared/errors/codes.ts';
import type { CurrentWindow } from './ipc.ts';

/** Endings that a dialog offers first; `All files` stays reachable, since sticks rename what they like. */
const endings: Readonly<Record<PickKind, readonly string[]>> = {
  bundle: ['cpb'],
  request: ['jisr-request'],
  answer: ['jisr-answer'],
};

export function createDialogs(
  core: Pick<CoreThread, 'grantPath'>,
  currentWindow: CurrentWindow,
  isSessionOpen: () => boolean,
): HostMethods {
  async function pick(options: OpenDialogOptions, kind: 'file' | 'folder') {
    const window = currentWindow();
    const picked = window ? await dialog.showOpenDialog(window, options) : { filePaths: [] };
    return Promise.all(
      picked.filePaths.map(async (path) => ({ token: await core.grantPath(path, kind), name: basename(path) })),
    );
  }

  return {
    capabilities: { dialogs: true, downloads: false },
    async pickFiles(kind) {
      if (!isSessionOpen()) return refuse(refusal('session/required', {}));
      const properties: OpenDialogOptions['properties'] =
        kind === 'bundle' ? ['openFile', 'multiSelections', 'dontAddToRecent'] : ['openFile', 'dontAddToRecent'];
      const filters = [
        { name: `*.${endings[kind].join(', *.')}`, extensions: [...endings[kind]] },
        { name: '*', extensions: ['*'] },
      ];
      return { ok: true, value: await pick({ properties, filters }, 'file') };
    },
    async pickFolder() {
      if (!isSessionOpen()) return refuse(refusal('session/required', {}));
      const [folder = null] = await pick({ properties: ['openDirectory', 'dontAddToRecent'] }, 'folder');
      return { ok: true, value: folder };
    },
  };
}
