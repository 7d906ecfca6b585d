import { CONSENT_SCOPE, CONSENT_STATUS } from '#shared/domain/generated/code-lists.ts';
import { NODE_KINDS } from '#shared/domain/node-kinds.ts';
import { RETURN_REASON, TRANSFER_REASON, TRANSFER_STATE } from '#shared/domain/transfer.ts';
import { caseWriteErrors, diskErrors, writeErrors } from './common-errors.ts';
import { code, HeadId, Moment, RecordId } from './fields.ts';
import { command, query } from './method.ts';
import { z } from './zod.ts';

/** A hand-over of one case, as both sides list it. */
export const TransferRow = z.object({
  disputeId: RecordId,
  number: z.string(),
  /** The change that offers it: what an answer names. */
  offer: HeadId,
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

/** What the former office wrote to a case without knowing that it had gone. */
export const LateEdit = z.object({
  disputeId: RecordId,
  number: z.string(),
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

const answerErrors = ['record/not-found', 'record/voided', 'record/newer-program', 'transfer/not-offered'] as const;

export const transferMethods = {
  /** Where a case may go: other offices that handle disputes. */
  'transfers.nodes': query({
    permission: 'hlp.supervise',
    input: z.strictObject({}),
    output: z.array(z.object({ node: z.uuid(), name: z.string(), code: z.string(), place: z.string().nullable() })),
    errors: [],
  }),
  'transfers.list': query({
    permission: 'hlp.supervise',
    input: z.strictObject({}),
    output: z.object({
      /** Newest first; open ones before answered ones. */
      incoming: z.array(TransferRow),
      outgoing: z.array(TransferRow),
      late: z.array(LateEdit),
    }),
    errors: [],
  }),
  /** Until it is answered or withdrawn the case is read-only here. */
  'transfers.offer': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, to: z.uuid(), reason: code(TRANSFER_REASON) },
    output: z.object({ id: RecordId, offer: HeadId }),
    errors: [...writeErrors, ...diskErrors, 'transfer/unknown-node', 'transfer/already-offered'],
  }),
  'transfers.accept': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, offer: HeadId },
    output: z.object({ id: RecordId }),
    errors: answerErrors,
  }),
  'transfers.return': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, offer: HeadId, reason: code(RETURN_REASON) },
    output: z.object({ id: RecordId }),
    errors: answerErrors,
  }),
  'transfers.withdraw': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, offer: HeadId },
    output: z.object({ id: RecordId }),
    errors: answerErrors,
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
    errors: [...caseWriteErrors, ...diskErrors, 'transfer/unknown-node', 'sharing/consent-missing'],
  }),
  /** What was sent cannot be called back; nothing more is. */
  'sharing.stop': command({
    permission: 'hlp.supervise',
    about: 'disputeId',
    input: { disputeId: RecordId, with: z.uuid() },
    output: z.object({ id: RecordId }),
    errors: [...caseWriteErrors, 'transfer/unknown-node'],
  }),
} as const;
