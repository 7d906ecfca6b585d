import { expect } from '@playwright/test';
import type { Carried } from '#renderer/e2e/harness/direct.ts';
import type { Desk, Place } from './desk.ts';

export const attachmentsOf = (desk: Desk): Place => desk.section('attachments:title');

/** The line of one file, by what it is called. */
export const attachmentRow = (desk: Desk, name: string): Place['root'] =>
  attachmentsOf(desk)
    .root.getByRole('listitem')
    .filter({ has: desk.page.getByText(name, { exact: true }) })
    .first();

/** Chooses files; they wait in the dialog until they are made ready. */
export async function chooseFiles(desk: Desk, files: readonly Carried[]): Promise<Place> {
  const dialog = await handOver(desk, files);
  await expect(dialog.sentence('attachments:preparing')).toHaveCount(0, { timeout: 45_000 });
  return dialog;
}

/** The same, without waiting for them. */
export async function handOver(desk: Desk, files: readonly Carried[]): Promise<Place> {
  const chooser = desk.page.waitForEvent('filechooser');
  await attachmentsOf(desk).button('attachments:add').click();
  await (await chooser).setFiles(
    files.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
  );
  const dialog = desk.dialog('attachments:add');
  await expect(dialog.root).toBeVisible();
  return dialog;
}

/** Attaches what is ready in the dialog. */
export async function attach(dialog: Place, count: number): Promise<void> {
  await dialog.button('attachments:act', { count }).click();
  await expect(dialog.root).toHaveCount(0, { timeout: 30_000 });
}

export async function openFile(desk: Desk, name: string): Promise<Place['root']> {
  await attachmentsOf(desk).button('attachments:open', { name }).click();
  const viewer = desk.page.getByRole('dialog', { name, exact: true });
  await expect(viewer).toBeVisible();
  return viewer;
}
