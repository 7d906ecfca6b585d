/** @file The screens before the session: first run, recovery paper, log-in. */
import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

export const passphrase = 'four plain words here';

export type NewHome = {
  readonly kind: 'directorate' | 'office';
  readonly name: string;
  readonly place: string;
  readonly person: string;
  readonly user: string;
};

const wordsOfKind = {
  directorate: { choice: 'session:setup.directorateText', name: 'session:setup.nameOfDirectorate' },
  office: { choice: 'session:setup.officeText', name: 'session:setup.nameOfOffice' },
} as const;

/** Makes a home on the first run; answers the recovery code that was shown and typed back. */
export async function setUp(desk: Desk, home: NewHome): Promise<string> {
  const words = wordsOfKind[home.kind];
  await desk.page.getByRole('button', { name: desk.t(words.choice) }).click();
  await desk.fill(words.name, home.name);
  await desk.choosePlace('common:label.place', home.place);
  await desk.fill('session:setup.displayName', home.person);
  await desk.fill('session:userName', home.user);
  await desk.fill('session:passphrase', passphrase);
  await desk.button('session:setup.act').click();
  return typeRecoveryBack(desk);
}

async function typeRecoveryBack(desk: Desk): Promise<string> {
  const paper = desk.section('session:recoveryCode');
  const shown = (await paper.root.locator('bdi').textContent())?.trim() ?? '';
  await desk.button('session:recovery.written').click();
  await expect(desk.page.getByText(shown)).toHaveCount(0);
  // As people copy it: small letters, and no dashes.
  await desk.fill('session:recovery.typeBack', shown.toLowerCase().replaceAll('-', ' '));
  await desk.button('session:recovery.act').click();
  return shown;
}

export async function unlock(desk: Desk, user: string): Promise<void> {
  await desk.fill('session:userName', user);
  await desk.fill('session:passphrase', passphrase);
  await desk.button('session:unlock.act').click();
  await expect(desk.button('common:action.lock')).toBeVisible();
}
