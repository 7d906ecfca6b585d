import { expect } from '@playwright/test';
import type { Desk } from './desk.ts';

export type NewDispute = {
  readonly intakeDate: string;
  readonly district: string;
  readonly party: string;
  readonly phone: string;
  readonly narrative: string;
};

/** From the list of disputes to the page of the new one; answers its case number. */
export async function openDispute(desk: Desk, dispute: NewDispute): Promise<string> {
  await desk.goTo('common:nav.disputes');
  await desk.button('disputes:list.new').first().click();
  await desk.fill('disputes:field.intakeDate', dispute.intakeDate);
  await desk.choose('disputes:field.channel', 'intake_channel', 'walk_in');
  await desk.choose('disputes:field.mainType', 'dispute_type', 'secondary_occupation_private');
  await desk.choosePlace('disputes:field.district', dispute.district);
  await addClaimant(desk, dispute);
  await desk.fill('disputes:field.narrative', dispute.narrative);
  await giveFirstConsent(desk, dispute.intakeDate);
  await desk.button('common:action.save').click();
  await expect(desk.heading('disputes:section.stage')).toBeVisible();
  const title = (await desk.page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  return /[A-Z]{2}\d{3}-[A-Z0-9-]*\d+/.exec(title)?.[0] ?? title;
}

async function addClaimant(desk: Desk, { party, phone }: NewDispute): Promise<void> {
  const parties = desk.section('disputes:section.parties');
  await parties.button('disputes:party.add').click();
  const row = parties.lastRow();
  await row.fill('disputes:party.name', party);
  await row.fill('disputes:party.phone', phone);
  await row.choose('disputes:party.sex', 'sex', 'female');
  await row.choose('disputes:party.ageBand', 'age_band', 'age_45_59');
}

/** To keep the data in this office: asked first, and the only one a case cannot do without. */
async function giveFirstConsent(desk: Desk, date: string): Promise<void> {
  const scope = desk.words.code('consent_scope', 'record_keeping');
  const row = desk.section('disputes:section.consents').rowNamed(scope);
  await row.choose('disputes:consent.status', 'consent_status', 'given');
  await row.choose('disputes:consent.method', 'consent_method', 'signature');
  await row.fill('disputes:consent.date', date);
}

export async function moveStage(desk: Desk, to: string, date: string): Promise<void> {
  await desk.button('disputes:move.open').click();
  const dialog = desk.dialog('disputes:move.title');
  await dialog.choose('disputes:move.to', 'dispute_stage', to);
  await dialog.fill('disputes:move.date', date);
  await dialog.button('disputes:move.act').click();
  await expect(dialog.root).toHaveCount(0);
  await expect(desk.section('disputes:section.stage').root).toContainText(desk.words.code('dispute_stage', to));
}

export async function addStep(desk: Desk, step: { date: string; text: string; next: string }): Promise<void> {
  await desk.button('disputes:step.add').click();
  const dialog = desk.dialog('disputes:step.addTitle');
  await dialog.field('disputes:step.kind').click();
  await desk.page.getByRole('option', { name: desk.t('disputes:stepKind.site_visit'), exact: true }).click();
  await dialog.fill('disputes:step.date', step.date);
  await dialog.fill('disputes:step.text', step.text);
  await dialog.fill('disputes:step.next', step.next);
  await dialog.button('disputes:step.add').click();
  await expect(dialog.root).toHaveCount(0);
  await expect(desk.section('disputes:section.steps').root).toContainText(step.text);
}
