import { CONSENT_SCOPE, CONSENT_STATUS } from '#shared/domain/generated/code-lists.ts';
import { NODE_KINDS } from '#shared/domain/node-kinds.ts';
import { RETURN_REASON, TRANSFER_REASON, TRANSFER_STATE, TRANSFERABLE } from '#shared/domain/transfer.ts';
import { diskErrors, stayingWriteErrors, writeErrors } from './common-errors.ts';
import { code, HeadId, Moment, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

/** What is handed over, as lists name it. */
const Transferred = {
  /** What its page shows: the case, or the forum. */
  pageId: RecordId,
  type: z.enum(TRANSFERABLE),
  /** Number of the case, name of the forum. */
  name: z.string(),
};

/** The last hand-over of a record, as its page shows it. */
export const TransferView = z.object({
  /** What an answer names: the record, or the first of those that stayed behind when its forum went. */
  recordId: RecordId,
  state: z.enum(TRANSFER_STATE),
  /** The change that offers it. */
  offer: HeadId,
  to: z.string(),
  toName: z.string(),
  reason: z.string().nullable(),
  at: Moment,
  by: z.string(),
  /** How many records go along with it. */
  along: z.int(),
  /** Of those, what has not come here yet: nothing can be answered before. */
  missing: z.int(),
  mayAnswer: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type TransferView = z.infer<typeof TransferView>;

/** A hand-over of one case or forum, as both sides list it. */
export const TransferRow = z.object({
  ...Transferred,
  /** What an answer names, with the offer: that or, where a forum went before, what stayed behind. */
  recordId: RecordId,
  /** The change that offers it. */
  offer: HeadId,
  /** How many records go along with it. */
  along: z.int(),
  state: z.enum(TRANSFER_STATE),
  /** The office at the other end. */
  node: z.uuid(),
  nodeName: z.string(),
  /** Code of TRANSFER_REASON or, once returned, of RETURN_REASON; others may come from newer programs. */
  reason: z.string().nullable(),
  at: Moment,
  by: z.string(),
  /** What stays at the office has not come here yet. */
  incomplete: z.boolean(),
  /** Still to be answered, by the office it was offered to. */
  open: z.boolean(),
});

/** What the former office wrote to a record without knowing that it had gone. */
export const LateEdit = z.object({
  ...Transferred,
  /** The record itself: the case, the forum, or what hangs on it. */
  recordId: RecordId,
  recordType: z.string(),
  changeId: HeadId,
  /** True kind, or `restricted` where it is kept at the office. */
  kind: z.string(),
  by: z.string(),
  nodeName: z.string(),
  at: Moment,
});

/** Somebody a case may be shared with. */
export const SharingNode = z.object({
  node: z.uuid(),
  name: z.string(),
  kind: z.enum(NODE_KINDS),
  /** The consent it needs, and how that was answered. */
  scope: z.enum(CONSENT_SCOPE),
  consent: z.enum(CONSENT_STATUS),
  shared: z.boolean(),
  /** Contents that were written since it was last shared: sharing it again sends them. */
  unsent: z.int(),
});

const withdrawErrors = ['record/not-found', 'record/voided', 'record/newer-program', 'transfer/not-offered'] as const;
const answerErrors = [...withdrawErrors, 'transfer/not-all-here'] as const;

export const transferMethods = {
  /** Where a record may go, other offices of its service, and what goes along. */
  'transfers.prepare': query({
    permission: 'record.transfer',
    input: z.strictObject({ recordId: RecordId }),
    output: z.object({
      nodes: z.array(z.object({ node: z.uuid(), name: z.string(), code: z.string(), place: z.string().nullable() })),
      /** By record type, in the order of the forum's page; none for a case. */
      along: z.array(z.object({ at: z.string(), count: z.int() })),
      /** Records in which two values stand against each other: they are settled before a forum goes. */
      conflicts: z.int(),
    }),
    errors: ['record/not-found', 'record/not-yours'],
  }),
  'transfers.list': query({
    permission: 'record.transfer',
    input: z.strictObject({}),
    output: z.object({
      /** Newest first; open ones before answered ones. */
      incoming: z.array(TransferRow),
      outgoing: z.array(TransferRow),
      late: z.array(LateEdit),
    }),
    errors: [],
  }),
  /**
   * Until it is answered or withdrawn the record is read-only here, and so is what hangs on it and belongs to this office.
   * Of a forum that went before: what stayed behind, to the office that has the forum.
   */
  'transfers.offer': command({
    permission: 'record.transfer',
    about: 'recordId',
    input: { recordId: RecordId, to: z.uuid(), reason: code(TRANSFER_REASON) },
    output: z.object({ id: RecordId, offer: HeadId }),
    errors: [
      ...stayingWriteErrors,
      ...diskErrors,
      'transfer/unknown-node',
      'transfer/already-offered',
      'transfer/open-conflicts',
      'transfer/too-large',
    ],
  }),
  'transfers.accept': command({
    permission: 'record.transfer',
    about: 'recordId',
    input: { recordId: RecordId, offer: HeadId },
    output: z.object({ id: RecordId }),
    errors: answerErrors,
  }),
  'transfers.return': command({
    permission: 'record.transfer',
    about: 'recordId',
    input: { recordId: RecordId, offer: HeadId, reason: code(RETURN_REASON) },
    output: z.object({ id: RecordId }),
    errors: answerErrors,
  }),
  'transfers.withdraw': command({
    permission: 'record.transfer',
    about: 'recordId',
    input: { recordId: RecordId, offer: HeadId },
    output: z.object({ id: RecordId }),
    errors: withdrawErrors,
  }),
  'sharing.nodes': query({
    permission: 'hlp.supervise',
    input: z.strictObject({ disputeId: RecordId }),
    output: z.array(SharingNode),
    errors: ['record/not-found'],
  }),
  /** Lets a node read all of a case; again: sends what is new. */
  'sharing.share': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, with: z.uuid() },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, ...diskErrors, 'transfer/unknown-node', 'sharing/consent-missing'],
  }),
  /** What was sent cannot be called back; nothing more is. */
  'sharing.stop': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, with: z.uuid() },
    output: z.object({ id: RecordId }),
    errors: [...writeErrors, 'transfer/unknown-node'],
  }),
} as const;
