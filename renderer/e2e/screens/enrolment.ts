import { expect } from '@playwright/test';
import type { Carried } from '#renderer/e2e/harness/direct.ts';
import type { Desk, Place } from './desk.ts';
import { pickFiles, saveFile } from './files.ts';

export type Sealed = { readonly file: Carried; readonly fingerprint: string };

/** At the office: the request, and the digits to read out. */
export async function writeRequest(office: Desk): Promise<Sealed> {
  const step = office.section('enrolment:request.title');
  await step.button('enrolment:request.act').click();
  const file = await saveFile(office, step);
  return { file, fingerprint: await fingerprintIn(step, 'enrolment:request.fingerprint') };
}

/** At the directorate: compares the digits, accepts, writes the answer. */
export async function acceptOffice(directorate: Desk, request: Sealed): Promise<Sealed> {
  await directorate.goTo('common:nav.offices');
  await directorate.button('enrolment:accept.open').first().click();
  await pickFiles(directorate, 'enrolment:accept.pick', [request.file]);
  expect(await fingerprintIn(directorate, 'enrolment:accept.fingerprint')).toBe(request.fingerprint);
  await directorate.button('enrolment:accept.act').click();
  await expect(directorate.sentence('enrolment:compare.first')).toBeVisible();
  await directorate.field('enrolment:compare.equal').check();
  await directorate.button('enrolment:accept.act').click();
  const file = await saveFile(directorate, directorate);
  return { file, fingerprint: await fingerprintIn(directorate, 'enrolment:accept.ownFingerprint') };
}

/** At the office again: compares the directorate's digits and installs the answer. */
export async function installAnswer(office: Desk, answer: Sealed): Promise<void> {
  const step = office.section('enrolment:answer.title');
  await pickFiles(step, 'enrolment:answer.pick', [answer.file]);
  expect(await fingerprintIn(step, 'enrolment:answer.fingerprint')).toBe(answer.fingerprint);
  await step.field('enrolment:compare.equal').check();
  await step.button('enrolment:answer.act').click();
  await expect(office.heading('common:nav.home')).toBeVisible();
}

/** Six groups of four digits under their label. */
export async function fingerprintIn(place: Place, key: string): Promise<string> {
  const shown = place.sentence(key).locator('xpath=..').locator('bdi');
  await expect(shown).toHaveText(/^\d{4}( \d{4}){5}$/);
  return (await shown.textContent()) ?? '';
}
