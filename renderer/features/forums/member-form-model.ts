import { newElementId } from '#renderer/client/new-id.ts';
import type { ForumView } from '#shared/contract/forums.ts';

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
  readonly secondary: readonly string[];
  readonly displacement: string | null;
  readonly selection: string | null;
  readonly institution: string;
  readonly termFrom: string | null;
  readonly termUntil: string | null;
  readonly leftOn: string | null;
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
  secondary: [],
  displacement: null,
  selection: null,
  institution: '',
  termFrom: null,
  termUntil: null,
  leftOn: null,
});

export const memberFormOf = (member: ForumView['members'][number]): MemberForm => ({
  ...member,
  phone: member.phone ?? '',
});

export const memberInputOf = (member: MemberForm): unknown => ({
  ...member,
  phone: member.phone === '' ? null : member.phone,
});
