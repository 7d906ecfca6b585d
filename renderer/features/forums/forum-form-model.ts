import type { ForumStatute, ForumView } from '#shared/contract/forums.ts';
import { type ElectionForm, electionFormOf, electionInputOf } from './election-form-model.ts';
import { type MemberForm, memberFormOf, memberInputOf } from './member-form-model.ts';

/** A forum as it is typed: codes and dates may still be missing. */
export type ForumForm = {
  readonly name: string;
  readonly place: string | null;
  readonly servingOffice: string;
  readonly site: string | null;
  readonly farReason: string;
  readonly foundedOn: string | null;
  readonly establishedBy: string;
  readonly partners: readonly string[];
  readonly status: string | null;
  readonly statute: ForumStatute;
  readonly members: readonly MemberForm[];
  readonly elections: readonly ElectionForm[];
};

const emptyStatute: ForumStatute = { adoptedOn: null, order: '', area: '', aims: '', usualMeeting: '' };

export const emptyForum: ForumForm = {
  name: '',
  place: null,
  servingOffice: '',
  site: null,
  farReason: '',
  foundedOn: null,
  establishedBy: '',
  partners: [],
  status: null,
  statute: emptyStatute,
  members: [],
  elections: [],
};

export function forumFormOf(view: ForumView): ForumForm {
  const { name, place, servingOffice, site, farReason, foundedOn, establishedBy, partners, status, statute } = view;
  return {
    name,
    place,
    servingOffice,
    site,
    farReason,
    foundedOn,
    establishedBy,
    partners,
    // It was stored once; it is worked out, so the forum goes on as the active one that it was.
    status: status === 'dormant' ? 'active' : status,
    statute,
    members: view.members.map(memberFormOf),
    elections: view.elections.map(electionFormOf),
  };
}

/** What `forums.create` and `forums.edit` take, before it is judged. */
export const forumInputOf = (form: ForumForm): unknown => ({
  ...form,
  members: form.members.map(memberInputOf),
  elections: form.elections.map(electionInputOf),
});
