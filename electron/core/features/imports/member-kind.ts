/** @file Rows that are members of one forum: all of them are one change of that forum. */
import type { HomeContext } from '#core/context.ts';
import { editForum } from '#core/features/forums/edit-forum.ts';
import { groupsToForum } from '#core/features/forums/forum-groups.ts';
import { canRecord, openForChange } from '#core/features/records/guards.ts';
import { headsOf, isNewer, type OpenRecord } from '#core/features/records/read-record.ts';
import { fieldFaults } from '#core/field-faults.ts';
import { type ForumFields, ForumMember, GuardedForumFields } from '#shared/contract/forums.ts';
import type { z } from '#shared/contract/zod.ts';
import { forumFaults } from '#shared/domain/forum-guards.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { foldDigits } from '#shared/text/digits.ts';
import { fold } from '#shared/text/fold.ts';
import {
  type Chosen,
  type Found,
  type ImportKind,
  listOr,
  type OpenKind,
  textOr,
  textOrNull,
  type ValueFault,
  type Values,
} from './import-kind.ts';
import { noCommand } from './no-command.ts';

/** As the form of a forum has it. */
const mostMembers = 100;

export const openMembers: OpenKind = async (context, forumId) => {
  const allowed = canRecord(context, 'policing');
  if (!allowed.ok) return allowed;
  const forum = await openForChange(context, forumId ?? '', 'forum');
  if (!forum.ok) return forum;
  // Members are kept where the forum is owned; here there are no others to choose from.
  if (!forum.value.mine) return err(refusal('record/not-found', {}));
  if (await isNewer(context, forum.value.id)) return err(refusal('record/newer-program', {}));
  return ok(membersOf(context, forum.value));
};

function membersOf(context: HomeContext, forum: OpenRecord): ImportKind {
  const fields = fieldsIn(forum);
  const byId = new Map(fields.members.map((member) => [member.id, member]));
  const byKey = new Map<string, Found>();
  for (const member of fields.members) {
    const found = {
      record: forum.id,
      element: member.id,
      title: member.name ?? '',
      // Of this member alone: another one may be changed while a sheet is looked at.
      stamp: JSON.stringify(member),
    };
    for (const key of keysOf(member.name ?? '', member.phone ?? '')) byKey.set(key, found);
  }
  const newId = (): string => context.services.ports.newId();
  return {
    titleOf: ({ name }) => textOr(name, ''),
    keysOf: ({ name, phone }) => keysOf(textOr(name, ''), textOr(phone, '')),
    find: (key) => byKey.get(key) ?? null,
    faultsOf: (values, earlier) => faultsOf(fields, values, earlier, newId),
    compare: async (values, found) => {
      const before = byId.get(found.element ?? '');
      if (!before) return { differs: [], mayUpdate: false };
      const differs = Object.keys(values).filter(
        (field) => JSON.stringify(merge(before, { [field]: values[field] ?? '' })) !== JSON.stringify(before),
      );
      const others = fields.members.filter(({ id }) => id !== before.id);
      const merged = merge(before, values);
      const sound = ForumMember.safeParse(merged).success && forumFaults({ members: [...others, merged] }).length === 0;
      const conflict = [...forum.values.all].some(([group, value]) => value.conflict && group.endsWith(before.id));
      return { differs, mayUpdate: sound && !conflict };
    },
    units: (chosen) => [
      {
        rows: chosen,
        at: 'forum',
        record: forum.id,
        write: async () => {
          const members = mergedMembers(fields.members, chosen, newId);
          const parsed = GuardedForumFields.safeParse({ ...fields, members });
          if (!parsed.success) {
            return err(refusal('import/row-refused', { row: rowAt(chosen, fields.members.length, parsed.error) }));
          }
          const heads = await headsOf(context, forum.id);
          return editForum(context, { forumId: forum.id, fields: parsed.data, heads, ...noCommand });
        },
      },
    ],
  };
}

const blank = (id: string): ForumMember => ({
  id,
  name: '',
  phone: null,
  sex: '' as ForumMember['sex'],
  ageBand: 'unknown',
  category: '' as ForumMember['category'],
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

function merge(before: ForumMember, values: Values): ForumMember {
  const code = (field: keyof ForumMember & string) => textOrNull(values[field]) ?? before[field];
  return {
    ...before,
    name: textOrNull(values.name) ?? before.name,
    phone: textOrNull(values.phone) ?? before.phone,
    sex: code('sex') as ForumMember['sex'],
    ageBand: code('ageBand') as ForumMember['ageBand'],
    category: code('category') as ForumMember['category'],
    role: code('role') as ForumMember['role'],
    status: code('status') as ForumMember['status'],
    since: code('since') as string | null,
    named: typeof values.named === 'boolean' ? values.named : before.named,
    secondary: [...listOr(values.secondary, before.secondary ?? [])] as ForumMember['secondary'],
    displacement: code('displacement') as ForumMember['displacement'],
    selection: code('selection') as ForumMember['selection'],
    institution: textOr(values.institution, before.institution ?? ''),
    termFrom: code('termFrom') as string | null,
    termUntil: code('termUntil') as string | null,
    leftOn: code('leftOn') as string | null,
  };
}

/** What is wrong with the member itself, or beside the others of the forum and of the sheet. */
function faultsOf(
  { members }: ForumFields,
  values: Values,
  earlier: readonly Values[],
  newId: () => string,
): ValueFault[] {
  const member = merge(blank(newId()), values);
  const parsed = ForumMember.safeParse(member);
  if (!parsed.success)
    return fieldFaults(parsed.error).map(({ path, code }) => ({ field: path.split('.')[0] ?? null, code }));
  if (members.length + earlier.length >= mostMembers) return [{ field: null, code: 'field/too-many-members' }];
  const others = [...members, ...earlier.map((one, index) => merge(blank(`row ${index}`), one))];
  return forumFaults({ members: [...others, member] }).flatMap(({ path, code }) =>
    path[0] === 'members' && path[1] === others.length ? [{ field: String(path[2]), code }] : [],
  );
}

function mergedMembers(members: readonly ForumMember[], chosen: readonly Chosen[], newId: () => string): ForumMember[] {
  const updates = new Map(
    chosen.flatMap(({ found, values }) => (found?.element ? [[found.element, values] as const] : [])),
  );
  const kept = members.map((member) => {
    const values = updates.get(member.id);
    return values ? merge(member, values) : member;
  });
  return [...kept, ...chosen.flatMap(({ found, values }) => (found === null ? [merge(blank(newId()), values)] : []))];
}

/** The row of a new member that stands beside others in a way that cannot be, as a second chair does. */
function rowAt(chosen: readonly Chosen[], before: number, error: z.ZodError): number {
  const made = chosen.filter(({ found }) => found === null);
  const index = Number(error.issues[0]?.path[1] ?? before) - before;
  return (made[index] ?? made.at(-1) ?? chosen[0])?.row ?? 0;
}

/** The same person: the same name however it is spelt, or the same telephone. */
function keysOf(name: string, phone: string): string[] {
  const digits = foldDigits(phone)
    .replace(/\D/g, '')
    .replace(/^(00964|964|0)/, '');
  return [...(fold(name) === '' ? [] : [`name:${fold(name)}`]), ...(digits.length < 7 ? [] : [`phone:${digits}`])];
}

const fieldsIn = ({ values }: OpenRecord): ForumFields => {
  const { holders: _, ...fields } = groupsToForum(values);
  return fields as ForumFields;
};
