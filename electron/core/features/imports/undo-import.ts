/** @file Taking an import back by later changes. What somebody wrote since is nobody's to take back: it is listed. */
import { uuidToBytes, wireToBytes } from '#core/changes/ids.ts';
import type { JsonObject } from '#core/changes/canonical.ts';
import { elementId, groupToToken, isRecordType, type RecordType } from '#core/changes/registry.ts';
import { decodeRow } from '#core/changes/stored.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { headsOf, openRecord } from '#core/features/records/read-record.ts';
import { voidGroups } from '#core/features/records/void-conflicts.ts';
import { breathe } from '#core/sheets/sheet.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { textIn } from '#core/changes/record-values.ts';
import { attendsSomewhere, type ImportItem, importOf, itemsOf, markUndone, stampOf, titleOf } from './imports-store.ts';

type Kept = OutputOf<'imports.undo'>['kept'][number];
type Undone = { voided: number; setBack: number; kept: Kept[] };

const itemsPerTurn = 50;
const listed = 500;

export const undoImport: Handler<'imports.undo'> = async (context, { importId, reason }) => {
  const { services, session, trx } = context;
  const entry = await importOf(context.db, importId);
  if (!entry) return err(refusal('import/not-found', {}));
  if (entry.undone_at !== null) return err(refusal('import/undone', {}));
  if (!mayUndo(context, entry.user)) return err(refusal('import/not-yours', {}));
  const undone: Undone = { voided: 0, setBack: 0, kept: [] };
  const items = await itemsOf(context.db, importId);
  for (const [index, item] of items.entries()) {
    if (index % itemsPerTurn === 0) {
      services.emit({ type: 'progress', task: 'sheet-undo', done: index, total: items.length });
      await breathe();
    }
    if (item.act === 'made') await voidMade(context, item, reason, undone);
    else await setBack(context, item, undone);
  }
  if (trx === null) throw new Error('an import is taken back in one transaction');
  const at = new Date(services.ports.now()).toISOString();
  await markUndone(trx, importId, { at, by: session.access.user, kept: undone.kept.length });
  context.refresh(['imports']);
  return ok({ ...undone, kept: undone.kept.slice(0, listed), keptTotal: undone.kept.length });
};

/** Whoever brought it in, or an officer. */
export const mayUndo = ({ session }: HomeContext, by: string): boolean =>
  session.access.user === by || session.access.permissions.has('policing.approve');

async function voidMade(
  context: HomeContext,
  { record, at, stamp }: ImportItem,
  reason: string,
  undone: Undone,
): Promise<void> {
  const open = isRecordType(at) ? await openRecord(context, record, at) : null;
  // Void already: there is nothing left to take back.
  if (!open || open.voided) return;
  if ((await stampOf(context.db, record)) !== stamp) {
    undone.kept.push({ recordId: record, title: await titleOf(context.db, record), why: 'changed' });
    return;
  }
  const heads = await headsOf(context, record);
  const groups = [...voidGroups(context, heads, true), { group: 'voidReason', value: { reason } }];
  const written = context.write({ record, at: open.at, kind: 'record.voided', groups, heads });
  if (written.ok) undone.voided += 1;
  else undone.kept.push({ recordId: record, title: await titleOf(context.db, record), why: 'locked' });
}

async function setBack(context: HomeContext, { record, at, stamp, groups }: ImportItem, undone: Undone): Promise<void> {
  const open = isRecordType(at) ? await openRecord(context, record, at) : null;
  if (!open || !isRecordType(at)) return;
  const keep = async (why: Kept['why'], element: string | null = null): Promise<void> => {
    const name = element === null ? '' : textIn(open.values.one(`memberName:${element}`), 'name');
    undone.kept.push({ recordId: record, title: name || (await titleOf(context.db, record)), why });
  };
  if (open.voided) return keep('locked');
  // Parts of these hang together: attendance on days, an approval on all of the minutes.
  if (at !== 'forum' && at !== 'asset' && (await stampOf(context.db, record)) !== stamp) return keep('changed');
  const heads = await headsOf(context, record);
  const back: GroupChange[] = [];
  let taken = 0;
  let restored = 0;
  // What belongs to one element goes back together or stays together: half a member would be nobody.
  for (const [element, parts] of byElement(groups)) {
    const isNew = parts.some(({ group, before }) => group === `member:${element}` && before.length === 0);
    if (isChanged(parts, heads, isNew ? element : null)) await keep('changed', element);
    // It keeps its name where its attendance is kept.
    else if (isNew && (await attendsSomewhere(context.db, record, element ?? ''))) await keep('in-use', element);
    else {
      back.push(...(await earlierValues(context, at, record, parts)));
      if (isNew) taken += 1;
      else if (at === 'forum') restored += 1;
    }
  }
  if (back.length === 0) return;
  const written = context.write({ record, at, kind: `${at}.edited`, groups: back, heads });
  if (!written.ok) return keep('locked');
  undone.voided += taken;
  // Of a forum its members count, of other records the record.
  undone.setBack += at === 'forum' ? restored : 1;
}

type Part = ImportItem['groups'][number];
type Heads = Readonly<Record<string, readonly string[]>>;

/** Somebody wrote since to what the import wrote; of an element that it made, to anything of it. */
function isChanged(parts: readonly Part[], heads: Heads, made: string | null): boolean {
  const ours = new Map(parts.map(({ group, after }) => [group, after]));
  const groups = [...ours.keys(), ...Object.keys(heads).filter((group) => made !== null && elementId(group) === made)];
  return groups.some((group) => heads[group]?.length !== 1 || heads[group]?.[0] !== ours.get(group));
}

function byElement(groups: readonly Part[]): Map<string | null, Part[]> {
  const found = new Map<string | null, Part[]>();
  for (const part of groups) {
    const element = elementId(part.group);
    found.set(element, [...(found.get(element) ?? []), part]);
  }
  return found;
}

async function earlierValues(
  context: HomeContext,
  at: RecordType,
  record: string,
  parts: readonly Part[],
): Promise<GroupChange[]> {
  const back: GroupChange[] = [];
  for (const { group, before, after } of parts) {
    const [earlier] = before;
    const value = earlier === undefined ? null : await valueIn(context, at, record, group, earlier);
    if (value !== null || elementId(group) !== null) back.push({ group, value });
    else {
      const written = await valueIn(context, at, record, group, after);
      if (written !== null) back.push({ group, value: emptied(written) });
    }
  }
  return back;
}

/** What a change wrote to a group; null where it removed it, or is no longer here. */
async function valueIn(
  { db }: HomeContext,
  at: RecordType,
  record: string,
  group: string,
  id: string,
): Promise<JsonObject | null> {
  const row = await db
    .selectFrom('chg')
    .select(['hdr', 'pay'])
    .where('id16', '=', wireToBytes(id))
    .where('agg', '=', uuidToBytes(record))
    .executeTakeFirst();
  const value = row ? decodeRow(row).payload?.d[groupToToken(at, group)] : null;
  return (value ?? null) as JsonObject | null;
}

/** A group that is no element cannot be taken out: it says nothing, as a form leaves it. */
const emptied = (value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).map(([field, said]) => [
      field,
      nullFields.includes(field)
        ? null
        : Array.isArray(said)
          ? []
          : typeof said === 'boolean'
            ? false
            : typeof said === 'string'
              ? ''
              : null,
    ]),
  );

/** Of groups that are written only once they say something: hours, chair and day of the next meeting. */
const nullFields = ['start', 'end', 'member', 'date', 'site'];
