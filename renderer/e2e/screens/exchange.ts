import { expect } from '@playwright/test';
import type { Carried } from '#renderer/e2e/harness/direct.ts';
import type { Desk, Place } from './desk.ts';
import { pickFiles, saveFile } from './files.ts';

/** What a screen tells of one neighbour. */
export const peerCard = (desk: Desk, name: string): Place => desk.section('exchange:peer.card', { name });

/** Writes a file for a neighbour and saves it. */
export async function writeBundle(desk: Desk, peer: string): Promise<Carried> {
  await desk.goTo('common:nav.exchange');
  await peerCard(desk, peer).button('exchange:write.open').click();
  const dialog = desk.dialog('exchange:write.title', { name: peer });
  await dialog.button('exchange:write.act').click();
  const file = await saveFile(desk, dialog);
  await dialog.button('common:action.close').click();
  await expect(dialog.root).toHaveCount(0);
  return file;
}

/** Takes a file in; answers the report on it. */
export async function takeIn(desk: Desk, file: Carried): Promise<Place['root']> {
  await desk.goTo('common:nav.exchange');
  await pickFiles(desk.section('exchange:takeIn.title'), 'exchange:takeIn.pick', [file]);
  const report = desk.page.getByRole('article', { name: desk.t('exchange:takeIn.report', { file: file.name }) });
  await expect(report).toBeVisible();
  return report;
}
