/** @file A picture of a screen that stands still, with what eyes would find on it. */
import { expect } from '@playwright/test';
import type { Desk } from '#renderer/e2e/screens/desk.ts';
import { expectAccessible } from './accessible.ts';
import { findFlaws } from './look.ts';

/** Keeps a picture in test-results/screens; a flaw or a finding of axe fails the journey without ending it. */
export async function lookClosely(desk: Desk, name: string): Promise<void> {
  await look(desk, name);
  await expectAccessible(desk.page);
}

/** The same without axe. Waits until the screen stands still, and goes on to the next one whatever it finds. */
export async function look(desk: Desk, name: string, names: readonly string[] = []): Promise<void> {
  const { page, words } = desk;
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect(desk.sentence('common:state.loading')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))));
  await page.screenshot({ path: `test-results/screens/${words.language}/${name}.png`, fullPage: true });
  expect.soft(await findFlaws(page, words, names), name).toEqual([]);
}

export async function open(desk: Desk, path: string): Promise<void> {
  await desk.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
}
