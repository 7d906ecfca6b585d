/** @file File dialogs of the system. A screen gets a token and a name, never a path. */
import { basename } from 'node:path';
import { dialog, type OpenDialogOptions } from 'electron';
import type { CoreThread } from '#core/core-thread.ts';
import type { HostGifts, PickKind } from '#core/host-call.ts';
import type { CurrentWindow } from './ipc.ts';

type Picked = { token: string; name: string };

export function createDialogs(core: Pick<CoreThread, 'grantPath'>, currentWindow: CurrentWindow): HostGifts {
  async function pick(options: OpenDialogOptions, kind: 'file' | 'folder'): Promise<Picked[]> {
    const window = currentWindow();
    const { filePaths } = window ? await dialog.showOpenDialog(window, options) : { filePaths: [] };
    return Promise.all(
      filePaths.map(async (path) => ({ token: await core.grantPath(path, kind), name: basename(path) })),
    );
  }

  return {
    capabilities: { dialogs: true, downloads: false },
    dialogs: {
      pickFiles: (kind) => pick({ properties: propertiesFor(kind) }, 'file'),
      async pickFolder() {
        const [folder = null] = await pick({ properties: ['openDirectory', 'dontAddToRecent'] }, 'folder');
        return folder;
      },
    },
  };
}

/** No filter by ending: sticks and people rename files, and the core says what a file is. */
function propertiesFor(kind: PickKind): OpenDialogOptions['properties'] {
  return kind === 'bundle' ? ['openFile', 'multiSelections', 'dontAddToRecent'] : ['openFile', 'dontAddToRecent'];
}
