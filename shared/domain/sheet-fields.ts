/**
 * @file What a sheet may bring in: for each kind of record its fields in the order of the template, how a cell of each
 * is read, and whose words name it. Headers are the labels of the forms.
 */
import type { CodeListKey } from './generated/code-lists.ts';

export const SHEET_KINDS = ['members', 'meetings', 'trainings', 'assets'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

/** What a person wants of a row that doubles a record or an earlier row. */
export const DOUBLE_CHOICES = ['skip', 'update', 'new'] as const;
export type DoubleChoice = (typeof DOUBLE_CHOICES)[number];

/** Codes of a list of the vocabulary, or of one that the forms alone know. */
export type SheetList = CodeListKey | 'training_status' | 'training_edition' | 'currency';

export type CellKind =
  | 'line'
  /** Serial, plate, telephone: digits that are no number. */
  | 'mark'
  | 'day'
  /** Several days, parted by a semicolon or a new line; so are `codes` and `lines`. */
  | 'days'
  | 'time'
  | 'count'
  | 'hours'
  | 'amount'
  | 'flag'
  | 'code'
  | 'codes'
  | 'lines'
  | 'place'
  | 'forum'
  | 'site'
  | 'partner';

export type SheetField = {
  readonly key: string;
  readonly cell: CellKind;
  /** Key of its label. */
  readonly words: string;
  /** Every row needs it. */
  readonly required?: boolean;
  readonly list?: SheetList;
};

/** The first field of each kind is a text that every row has. */
export const SHEET_FIELDS: Readonly<Record<SheetKind, readonly SheetField[]>> = {
  members: [
    { key: 'name', cell: 'line', words: 'forums:member.name', required: true },
    { key: 'phone', cell: 'mark', words: 'forums:member.phone' },
    { key: 'sex', cell: 'code', list: 'sex', words: 'forums:member.sex', required: true },
    { key: 'ageBand', cell: 'code', list: 'age_band', words: 'forums:member.ageBand' },
    {
      key: 'category',
      cell: 'code',
      list: 'forum_member_category',
      words: 'forums:member.category',
      required: true,
    },
    { key: 'role', cell: 'code', list: 'forum_role', words: 'forums:member.role' },
    { key: 'status', cell: 'code', list: 'membership_status', words: 'forums:member.status' },
    { key: 'since', cell: 'day', words: 'forums:member.since' },
    { key: 'secondary', cell: 'codes', list: 'forum_member_category', words: 'forums:member.secondary' },
    { key: 'displacement', cell: 'code', list: 'displacement_status', words: 'forums:member.displacement' },
    { key: 'selection', cell: 'code', list: 'selection_method', words: 'forums:member.selection' },
    { key: 'institution', cell: 'line', words: 'forums:member.institution' },
    { key: 'termFrom', cell: 'day', words: 'forums:member.termFrom' },
    { key: 'termUntil', cell: 'day', words: 'forums:member.termUntil' },
    { key: 'leftOn', cell: 'day', words: 'forums:member.leftOn' },
    { key: 'named', cell: 'flag', words: 'forums:member.named' },
  ],
  meetings: [
    { key: 'forum', cell: 'forum', words: 'meetings:field.forum', required: true },
    { key: 'date', cell: 'day', words: 'meetings:field.date', required: true },
    { key: 'type', cell: 'code', list: 'meeting_type', words: 'meetings:field.type', required: true },
    { key: 'status', cell: 'code', list: 'meeting_status', words: 'meetings:field.status', required: true },
    { key: 'venue', cell: 'line', words: 'meetings:field.venue' },
    { key: 'startTime', cell: 'time', words: 'meetings:field.startTime' },
    { key: 'endTime', cell: 'time', words: 'meetings:field.endTime' },
    { key: 'guestsWomen', cell: 'count', words: 'imports:field.guestsWomen' },
    { key: 'guestsMen', cell: 'count', words: 'imports:field.guestsMen' },
    { key: 'agenda', cell: 'lines', words: 'imports:field.agenda' },
    { key: 'statusReason', cell: 'line', words: 'meetings:field.statusReason' },
    { key: 'mixedReason', cell: 'line', words: 'meetings:field.mixedReason' },
    { key: 'nextDate', cell: 'day', words: 'imports:field.nextDate' },
    { key: 'nextVenue', cell: 'line', words: 'imports:field.nextVenue' },
  ],
  trainings: [
    { key: 'title', cell: 'line', words: 'trainings:field.title', required: true },
    { key: 'topics', cell: 'codes', list: 'training_topic', words: 'trainings:field.topics', required: true },
    { key: 'otherTopic', cell: 'line', words: 'trainings:field.otherTopic' },
    { key: 'mode', cell: 'code', list: 'training_mode', words: 'trainings:field.mode', required: true },
    { key: 'audience', cell: 'code', list: 'training_audience', words: 'trainings:field.audience', required: true },
    { key: 'edition', cell: 'code', list: 'training_edition', words: 'trainings:field.edition' },
    { key: 'status', cell: 'code', list: 'training_status', words: 'trainings:field.status', required: true },
    { key: 'place', cell: 'place', words: 'trainings:field.place', required: true },
    { key: 'venue', cell: 'line', words: 'trainings:field.venue' },
    { key: 'days', cell: 'days', words: 'imports:field.days' },
    { key: 'hours', cell: 'hours', words: 'imports:field.hours' },
    { key: 'forum', cell: 'forum', words: 'trainings:field.forum' },
    { key: 'organiser', cell: 'partner', words: 'trainings:field.organiser' },
    { key: 'donor', cell: 'partner', words: 'trainings:field.donor' },
    { key: 'reachedWomen', cell: 'count', words: 'imports:field.reachedWomen' },
    { key: 'reachedMen', cell: 'count', words: 'imports:field.reachedMen' },
    { key: 'reason', cell: 'line', words: 'imports:field.reason' },
  ],
  assets: [
    { key: 'name', cell: 'line', words: 'holdings:field.assetName', required: true },
    { key: 'kind', cell: 'code', list: 'infrastructure_kind', words: 'holdings:field.kind', required: true },
    { key: 'kindNote', cell: 'line', words: 'holdings:field.kindNote' },
    { key: 'serial', cell: 'mark', words: 'holdings:field.serial' },
    { key: 'plate', cell: 'mark', words: 'holdings:field.plate' },
    { key: 'quantity', cell: 'count', words: 'holdings:field.quantity' },
    { key: 'acquiredOn', cell: 'day', words: 'holdings:field.acquiredOn' },
    { key: 'place', cell: 'place', words: 'holdings:field.place', required: true },
    { key: 'site', cell: 'site', words: 'holdings:field.site' },
    { key: 'status', cell: 'code', list: 'asset_status', words: 'holdings:field.status', required: true },
    { key: 'condition', cell: 'code', list: 'asset_condition', words: 'holdings:field.condition' },
    { key: 'policeReport', cell: 'line', words: 'holdings:field.policeReport' },
    { key: 'donor', cell: 'partner', words: 'holdings:field.donor' },
    { key: 'amount', cell: 'amount', words: 'holdings:field.amount' },
    { key: 'currency', cell: 'code', list: 'currency', words: 'holdings:field.currency' },
  ],
};

export const sheetField = (kind: SheetKind, key: string): SheetField | undefined =>
  SHEET_FIELDS[kind].find((field) => field.key === key);

/** Fields that every row needs and that no column was chosen for. */
export const missingFields = (kind: SheetKind, chosen: readonly string[]): readonly string[] =>
  SHEET_FIELDS[kind].flatMap(({ key, required }) => (required === true && !chosen.includes(key) ? [key] : []));
