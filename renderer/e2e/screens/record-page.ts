/** @file What all records have on their page: history, voiding, notices. */
import { expect } from '@playwright/test';
import type { Desk, Place } from './desk.ts';

export async function openHistory(desk: Desk): Promise<Place> {
  await desk.button('common:history.title').click();
  const drawer = desk.dialog('common:history.title');
  await expect(drawer.root.getByRole('article').first()).toBeVisible();
  return drawer;
}

export async function voidRecord(desk: Desk, reason: string): Promise<void> {
  await desk.button('common:action.void').click();
  const dialog = desk.dialog('common:void.question');
  await dialog.button('common:void.confirm').click();
  await expect(dialog.sentence('errors:field.required')).toBeVisible();
  await dialog.fill('common:label.reason', reason);
  await dialog.button('common:void.confirm').click();
  await expect(dialog.root).toHaveCount(0);
}
