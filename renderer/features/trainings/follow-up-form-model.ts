import type { TrainingView } from '#shared/contract/trainings.ts';

/** What trainees said after three months, as it is typed. */
export type FollowUpForm = {
  readonly date: string | null;
  /** Outcome by participant; who was not asked is not in it. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** Days on which others were asked before; they keep them. */
  readonly asked: Readonly<Record<string, string>>;
  /** `null`: kept at the owning office, and left as it is there. */
  readonly note: string | null;
};

export function followUpFormOf(view: TrainingView): FollowUpForm {
  const asked = view.participants.flatMap(({ id, followUp }) => (followUp === null ? [] : [{ id, ...followUp }]));
  return {
    date:
      asked
        .map(({ date }) => date)
        .toSorted()
        .at(-1) ?? null,
    outcomes: Object.fromEntries(asked.map(({ id, outcome }) => [id, outcome])),
    asked: Object.fromEntries(asked.map(({ id, outcome, date }) => [`${id} ${outcome}`, date])),
    note: view.followUpNote,
  };
}

/** What `trainings.followUp` takes: an answer that is as it was keeps its day, all others get the day of this round. */
export const followUpInputOf = (form: FollowUpForm): unknown => ({
  answers: Object.entries(form.outcomes).map(([participant, outcome]) => ({
    participant,
    date: form.asked[`${participant} ${outcome}`] ?? form.date,
    outcome,
  })),
  note: form.note,
});
