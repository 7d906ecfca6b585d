import { expect } from '@playwright/test';
import type { Desk, Place } from './desk.ts';

export type NewMember = {
  readonly name: string;
  readonly phone: string;
  readonly sex: 'female' | 'male';
  readonly ageBand: string;
  readonly category: string;
  readonly role: string;
};

export type NewForum = {
  readonly name: string;
  readonly place: string;
  /** As people type it, in any digits. */
  readonly foundedOn: string;
  readonly members: readonly NewMember[];
};

/** From the list of forums to the page of the new one. */
export async function recordForum(desk: Desk, forum: NewForum): Promise<void> {
  await desk.goTo('common:nav.forums');
  await desk.button('forums:list.new').first().click();
  await desk.fill('forums:field.name', forum.name);
  await desk.choosePlace('forums:field.place', forum.place);
  await desk.choose('forums:field.status', 'forum_status', 'active');
  await desk.fill('forums:field.foundedOn', forum.foundedOn);
  for (const member of forum.members) await addMember(desk.section('forums:section.members'), member);
  await desk.button('common:action.save').click();
  await expect(desk.page.getByRole('heading', { name: forum.name, exact: true })).toBeVisible();
}

async function addMember(members: Place, member: NewMember): Promise<void> {
  await members.button('forums:member.add').click();
  const row = members.lastRow();
  await row.fill('forums:member.name', member.name);
  await row.fill('forums:member.phone', member.phone);
  await row.choose('forums:member.sex', 'sex', member.sex);
  await row.choose('forums:member.ageBand', 'age_band', member.ageBand);
  await row.choose('forums:member.category', 'forum_member_category', member.category);
  await row.choose('forums:member.role', 'forum_role', member.role);
}

/** Opens a row of a list by the words of its first cell. */
export async function openRow(desk: Desk, name: string | RegExp): Promise<void> {
  await desk.page.getByRole('main').getByRole('button', { name, exact: true }).click();
}
