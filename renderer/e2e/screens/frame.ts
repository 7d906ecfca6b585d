import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

/** Ctrl+L as the Arabic keyboard layout sends it: the letter differs, the key does not. */
export async function lockWithArabicKeyboard(desk: Desk): Promise<void> {
  const session = await desk.page.context().newCDPSession(desk.page);
  const key = { modifiers: 2, key: 'م', code: 'KeyL', windowsVirtualKeyCode: 76 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
  await expectLocked(desk);
}

export async function lockWithKeys(desk: Desk): Promise<void> {
  await desk.page.keyboard.press('Control+KeyL');
  await expectLocked(desk);
}

const expectLocked = (desk: Desk) => expect(desk.field('session:passphrase')).toBeVisible();
