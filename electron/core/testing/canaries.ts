/**
 * @file A text of its own in every field that the registry calls restricted or local, planted in a record of each type:
 * what must not leave can then be looked for by its text. The list comes of the registry: a new group is in it by itself.
 */
import { v7 as uuidv7 } from 'uuid';
import type { JsonObject, JsonValue } from '#core/changes/canonical.ts';
import { uuidToBytes } from '#core/changes/ids.ts';
import type { FieldType, GroupSpec, LocalGroupSpec, RecordSpec } from '#core/changes/record-types/record-spec.ts';
import { isRecordType, registry } from '#core/changes/registry.ts';
import { createWriter } from '#core/context.ts';
import { ageKeyOf } from '#core/crypto/age-identity.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import type { BulkApp } from './bulk-app.ts';
import { type CanaryRecords, recordForCanaries } from './canary-records.ts';
import { canaryMarker, canaryText } from './canary-text.ts';

export type Canary = {
  readonly type: string;
  readonly class: 'restricted' | 'local';
  /** Of the group. */
  readonly name: string;
  readonly text: string;
};

export type Planted = { readonly canaries: readonly Canary[]; readonly records: CanaryRecords };

type Beyond = { readonly type: string; readonly name: string; readonly group: GroupSpec | LocalGroupSpec };

/** Every group that is not open. */
const groupsBeyondOpen: readonly Beyond[] = Object.entries(registry as Readonly<Record<string, RecordSpec>>).flatMap(
  ([type, spec]) =>
    [...Object.entries(spec.groups), ...Object.entries(spec.local ?? {})]
      .filter(([, group]) => group.class !== 'open')
      .map(([name, group]) => ({ type, name, group: group as GroupSpec | LocalGroupSpec })),
);

/** Makes a record of each type at an office, and writes a canary into every field of what stays there. */
export async function plantCanaries(office: BulkApp): Promise<Planted> {
  const records = await recordForCanaries(office);
  // A type of its own without a record would prove nothing.
  const types = [...new Set(groupsBeyondOpen.map(({ type }) => type))].toSorted();
  if (String(types) !== String(Object.keys(records.ids).toSorted())) throw new Error(`no record of each of ${types}`);
  const canaries: Canary[] = [];
  for (const [type, record] of Object.entries(records.ids)) canaries.push(...(await fill(office, type, record)));
  return { canaries, records };
}

/** Names of the groups whose canary stands in a text. */
export const canariesIn = (text: string, of: readonly Canary[]): string[] =>
  of.filter((canary) => text.includes(canary.text)).map(({ type, name }) => `${type}.${name}`);

type Written = { readonly class: Canary['class']; readonly group: string; readonly value: JsonObject };

/** Over each value that a record has of such a group, and anew where it has none. */
async function fill(office: BulkApp, type: string, record: string): Promise<Canary[]> {
  if (!isRecordType(type)) throw new Error(`no such type: ${type}`);
  const canaries: Canary[] = [];
  const made: Written[] = [];
  const home = office.home();
  for (const beyond of groupsBeyondOpen.filter((one) => one.type === type)) {
    const { name, group } = beyond;
    const { value, found } = await valueFor(beyond);
    canaries.push(...found);
    for (const to of writtenTo(office, record, beyond)) {
      made.push({ class: group.class as Canary['class'], group: to, value });
    }
    // Numbers alone cannot be looked for: such a group needs a test of its own.
    if (found.length === 0) throw new Error(`no field of ${type}.${name} can hold a canary`);
  }
  const of = (wanted: Canary['class']) => made.filter((one) => one.class === wanted);
  const heads = await office.heads(record);
  const written = await inTransaction(home.store, async () =>
    createWriter(home, () => office.clock).write({
      record,
      at: type,
      kind: 'test.filled',
      groups: of('restricted').map(({ group, value }) => ({ group, value })),
      local: of('local').map(({ group, value }) => ({ group, value })),
      heads,
    }),
  );
  if (!written.ok) throw new Error(`canaries of ${type}: ${written.error.code}`);
  return canaries;
}

/** Entries are never overwritten: those that are there were typed with canaries (`canary-records.ts`). */
function writtenTo(office: BulkApp, record: string, { name, group }: Beyond): readonly string[] {
  if (!group.element) return [name];
  const there = office
    .rows<{ grp: string }>('SELECT grp FROM val WHERE agg = ? ORDER BY grp', uuidToBytes(record))
    .map(({ grp }) => grp)
    .filter((grp) => grp.startsWith(`${name}:`));
  if (there.length === 0) return [`${name}:${uuidv7()}`];
  return 'append' in group && group.append === true ? [] : there;
}

async function valueFor({ type, name, group }: Beyond): Promise<{ value: JsonObject; found: readonly Canary[] }> {
  const value: Record<string, JsonValue> = {};
  const found: Canary[] = [];
  for (const [field, kind] of Object.entries(group.fields)) {
    const made = await fieldOf(kind, canaryText(type, name, field));
    value[field] = made.value;
    if (made.text !== null) found.push({ type, class: group.class as Canary['class'], name, text: made.text });
  }
  return { value, found };
}

async function fieldOf(kind: FieldType, text: string): Promise<{ value: JsonValue; text: string | null }> {
  switch (kind) {
    case 'text':
    case 'text?':
      return { value: text, text };
    case 'texts':
      return { value: [text], text };
    case 'rows':
      return { value: [{ text }], text };
    case 'blob':
    case 'blob?': {
      // The file itself is sealed; what betrays it is its key.
      const { identity: key } = await ageKeyOf(randomBytes(32));
      return { value: { id: Buffer.from(randomBytes(32)).toString('hex'), total: 400, bytes: 100, key }, text: key };
    }
    case 'int':
    case 'int?':
      return { value: 7, text: null };
    case 'flag':
      return { value: true, text: null };
    case 'parcel?':
      return { value: null, text: null };
    case 'parcels':
      return { value: [], text: null };
  }
}

const needles = [
  Buffer.from(canaryMarker, 'utf8'),
  Buffer.from(canaryMarker, 'utf16le'),
  Buffer.from(canaryMarker, 'utf16le').swap16(),
];

/** Whether a file has a canary in the clear, in any of the usual ways to write text. */
export const holdsCanary = (bytes: Buffer, canaries: readonly Canary[]): boolean =>
  [...needles, ...canaries.map(({ text }) => Buffer.from(text, 'utf8'))].some((needle) => bytes.includes(needle));
