/** @file What hands do that never touch a mouse. */
import { expect, type Locator } from '@playwright/test';
import type { Desk } from '#renderer/e2e/screens/desk.ts';

/** More than any screen has stops before its last control. */
const mostTabs = 200;
/** People type in a list of more entries than this. */
const longList = 6;

/** Tab until the control has the focus. */
export async function reach(desk: Desk, control: Locator): Promise<void> {
  await pressUntilFocused(desk, control, 'Tab');
}

export async function reachBack(desk: Desk, control: Locator): Promise<void> {
  await pressUntilFocused(desk, control, 'Shift+Tab');
}

/** Tab to a button or a link, and press it. */
export async function go(desk: Desk, control: Locator): Promise<void> {
  await reach(desk, control);
  await desk.page.keyboard.press('Enter');
}

/** Tab to a field and type into it. */
export async function type(desk: Desk, control: Locator, text: string): Promise<void> {
  await reach(desk, control);
  await desk.page.keyboard.type(text);
}

/** Enter opens the empty list of the field that has the focus, typing or the arrows find the entry, Enter takes it. */
export async function pick(desk: Desk, label: string): Promise<void> {
  const { keyboard } = desk.page;
  const option = desk.page.getByRole('option', { name: label, exact: true });
  await keyboard.press('Enter');
  await expect(desk.page.getByRole('option').first()).toBeVisible();
  if ((await desk.page.getByRole('option').count()) > longList) await keyboard.type(label);
  await expect(option).toBeVisible();
  const offered = await desk.page.getByRole('option').allTextContents();
  for (let down = 0; down <= offered.indexOf(label); down++) await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
}

async function pressUntilFocused(desk: Desk, control: Locator, key: string): Promise<void> {
  await expect(control).toBeVisible();
  for (let pressed = 0; pressed < mostTabs; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press(key);
  }
  throw new Error(`${mostTabs} times ${key} did not reach ${control}`);
}
