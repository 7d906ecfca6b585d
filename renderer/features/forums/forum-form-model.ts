import type { OutputOf } from '#shared/contract/contract.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import { newElementId } from '#renderer/client/new-id.ts';

/** A forum as it is typed: codes and dates may still be missing. */
export type ForumForm = {
  readonly name: string;
  readonly place: string | null;
  readonly servingOffice: string;
  readonly foundedOn: string | null;
  readonly establishedBy: string;
  readonly status: string | null;
  readonly members: readonly MemberForm[];
};

export type MemberForm = {
  readonly id: string;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly name: string | null;
  readonly phone: string;
  readonly sex: string | null;
  readonly ageBand: string | null;
  readonly category: string | null;
  readonly role: string | null;
  readonly status: string | null;
  readonly since: string | null;
  /** Agreed that the name leaves the office. */
  readonly named: boolean;
};

export const emptyForum: ForumForm = {
  name: '',
  place: null,
  servingOffice: '',
  foundedOn: null,
  establishedBy: '',
  status: null,
  members: [],
};

export const newMember = (): MemberForm => ({
  id: newElementId(),
  name: '',
  phone: '',
  sex: null,
  ageBand: null,
  category: null,
  role: 'member',
  status: 'active',
  since: null,
  named: false,
});

export function forumFormOf(view: ForumView): ForumForm {
  const { name, place, servingOffice, foundedOn, establishedBy, status } = view;
  return { name, place, servingOffice, foundedOn, establishedBy, status, members: view.members.map(memberFormOf) };
}

const memberFormOf = (member: OutputOf<'forums.get'>['members'][number]): MemberForm => ({
  ...member,
  phone: member.phone ?? '',
});

/** What `forums.create` and `forums.edit` take, before it is judged. */
export const forumInputOf = (form: ForumForm): unknown => ({
  ...form,
  members: form.members.map((member) => ({ ...member, phone: member.phone === '' ? null : member.phone })),
});
