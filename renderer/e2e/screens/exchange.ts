import { expect } from '@playwright/test';
import type { Carried } from '#renderer/e2e/harness/direct.ts';
import type { Desk, Place } from './desk.ts';
import { pickFiles, saveFile } from './files.ts';

/** What a screen tells of one neighbour. */
export const peerCard = (desk: Desk, name: string): Place => desk.section('exchange:peer.card', { name });

/** Writes a file for a neighbour and saves it. */
export async function writeBundle(desk: Desk, peer: string): Promise<Carried> {
  await desk.goTo('common:nav.exchange');
  await peerCard(desk, peer).link('exchange:write').click();
  await desk.button('sticks:next').click();
  await desk.field('sticks:write.download').check();
  await desk.button('sticks:next').click();
  await desk.button('sticks:write.act').click();
  const file = await saveFile(desk, desk.section('sticks:write.doneTitle'));
  await desk.link('sticks:toExchange').click();
  return file;
}

/** Takes a file in; answers the report on it, or, where it is refused beforehand, its line in the preview. */
export async function takeIn(desk: Desk, file: Carried): Promise<Place['root']> {
  await desk.goTo('common:nav.exchange');
  await desk.link('exchange:takeIn.open').click();
  await pickFiles(desk, 'sticks:takeIn.pick', [file]);
  const preview = desk.section('sticks:takeIn.previewTitle');
  const line = preview.root.getByRole('row', { name: file.name });
  await expect(line).toBeVisible();
  const act = desk.button('sticks:takeIn.act', { count: 1 });
  if ((await act.count()) === 0) return line;
  await act.click();
  const report = desk.page.getByRole('article', { name: desk.t('sticks:takeIn.report', { file: file.name }) });
  await expect(report).toBeVisible();
  return report;
}
