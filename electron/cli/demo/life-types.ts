/** @file What an invented life consists of. Contents have the shapes of the contract's inputs; ids are the plan's own. */
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { ActionItemStatus, DisputeOutcome, DisputeStage } from '#shared/domain/generated/code-lists.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import type { StepKind } from '#shared/domain/step-kind.ts';
import type { PolicingEvent } from './policing-events.ts';
import type { Language } from './words/language.ts';

/**
 * One thing that happens at an office on a day. `forum`, `meeting`, `dispute` and `step` are ids of the plan (UUIDv7 in
 * shape); `...-founded`, `...-recorded`, `...-opened` and `dispute-step` bring them in, the others refer to them. Fields are
 * always complete, also in edits.
 */
export type LifeEvent = { readonly day: string } & (
  | { readonly kind: 'forum-founded'; readonly forum: string; readonly fields: ForumFields }
  | { readonly kind: 'forum-edited'; readonly forum: string; readonly fields: ForumFields }
  | {
      readonly kind: 'meeting-recorded';
      readonly meeting: string;
      readonly forum: string;
      readonly fields: MeetingFields;
    }
  | { readonly kind: 'meeting-edited'; readonly meeting: string; readonly fields: MeetingFields }
  | {
      readonly kind: 'actions-told';
      readonly meeting: string;
      readonly told: readonly { readonly action: string; readonly status: ActionItemStatus; readonly note: string }[];
    }
  | { readonly kind: 'dispute-opened'; readonly dispute: string; readonly fields: DisputeInput }
  | { readonly kind: 'dispute-edited'; readonly dispute: string; readonly fields: DisputeInput }
  | {
      readonly kind: 'dispute-moved';
      readonly dispute: string;
      readonly to: DisputeStage;
      readonly outcome: DisputeOutcome | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'dispute-step';
      readonly dispute: string;
      readonly step: string;
      readonly stepKind: StepKind;
      /** When it took place; the day of the event is when it was written down. */
      readonly date: string;
      readonly text: string;
      readonly next: string;
      /** The step this one puts right. */
      readonly corrects: string | null;
    }
  | { readonly kind: 'meeting-voided'; readonly meeting: string; readonly reason: string }
  | { readonly kind: 'dispute-voided'; readonly dispute: string; readonly reason: string }
  | PolicingEvent
);

export type LifeEventOf<K extends LifeEvent['kind']> = Extract<LifeEvent, { readonly kind: K }>;

export type OfficeLife = {
  readonly name: string;
  /** District. */
  readonly place: string;
  /** Number for the office code, from 1 in each governorate. */
  readonly officeNumber: number;
  readonly services: readonly Compartment[];
  readonly language: Language;
  /** In the order of days; what shares a day stands in the order in which it happened. */
  readonly events: readonly LifeEvent[];
};

/**
 * The directorate corrects a forum's name after the exchange before `day`; the office changes the same name some days
 * later, before the correction reaches it. One conflict comes of it.
 */
export type DirectorateCorrection = {
  readonly day: string;
  /** Index in `offices`. */
  readonly office: number;
  readonly forum: string;
  readonly changes: { readonly name: string };
  readonly reason: string;
};

export type LifePlan = {
  readonly directorate: {
    readonly name: string;
    readonly place: string;
    /** Donors it takes over from the shipped list: the key there, and the record id each gets. */
    readonly donors: readonly { readonly key: string; readonly id: string }[];
  };
  readonly offices: readonly OfficeLife[];
  readonly corrections: readonly DirectorateCorrection[];
  /** Days on whose evening bundles are carried both ways: every month's end, and once more after the last event. */
  readonly exchangeDays: readonly string[];
};
