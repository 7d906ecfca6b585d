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

/** Tab into the table of attendance, then up and down to the row of a member. */
export async function reachMember(desk: Desk, row: Locator): Promise<void> {
  const members = desk.page.getByRole('table', { name: desk.t('meetings:attendance.table') });
  const chosen = members.getByRole('radio', { checked: true });
  const at = () => members.evaluate((table) => table.contains(document.activeElement));
  for (let pressed = 0; pressed < mostTabs && !(await at()); pressed++) await desk.page.keyboard.press('Tab');
  await expect(chosen.and(desk.page.locator(':focus'))).toHaveCount(1);
  const isAbove = await row.evaluate(
    (element) =>
      (element.compareDocumentPosition(document.activeElement ?? element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
      !element.contains(document.activeElement),
  );
  await pressUntilFocused(desk, row.getByRole('radio', { checked: true }), isAbove ? 'ArrowUp' : 'ArrowDown');
}

/** The next answer of the member whose row has the focus: present comes first after "not marked". */
export async function answerPresent(desk: Desk, row: Locator): Promise<void> {
  await desk.page.keyboard.press(desk.words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
  await expect(row.getByRole('radio').nth(1)).toBeChecked();
}

async function pressUntilFocused(desk: Desk, control: Locator, key: string): Promise<void> {
  await expect(control).toBeVisible();
  for (let pressed = 0; pressed < mostTabs; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await desk.page.keyboard.press(key);
  }
  throw new Error(`${mostTabs} times ${key} did not reach ${control}`);
}
