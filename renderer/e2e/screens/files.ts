import { readFileSync } from 'node:fs';
import type { Carried } from '#renderer/e2e/harness/direct.ts';
import type { Desk, Place } from './desk.ts';

/** Saves the file that a screen has written. */
export async function saveFile(desk: Desk, place: Place): Promise<Carried> {
  const waiting = desk.page.waitForEvent('download');
  await place.link('exchange:written.download').click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Chooses files as a browser's own dialog would hand them over. */
export async function pickFiles(place: Place, key: string, files: readonly Carried[]): Promise<void> {
  const chooser = place.page.waitForEvent('filechooser');
  await place.button(key).click();
  await (await chooser).setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
  );
}
