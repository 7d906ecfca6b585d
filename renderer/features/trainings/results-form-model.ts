import type { TrainingView } from '#shared/contract/trainings.ts';

export type ScoreForm = { readonly pre: number | null; readonly post: number | null };

/** Attendance and tests as they are typed. */
export type ResultsForm = {
  /** By day and then by participant; who is not in it was not there. */
  readonly attendance: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly scores: Readonly<Record<string, ScoreForm>>;
  readonly left: readonly string[];
};

export const noScore: ScoreForm = { pre: null, post: null };

export function resultsFormOf(view: TrainingView): ResultsForm {
  const people = new Set(view.participants.map(({ id }) => id));
  const rowsOf = (day: TrainingView['days'][number]) =>
    // A day may still name somebody who was taken out of the list.
    day.attendance.filter(({ participant }) => people.has(participant));
  return {
    attendance: Object.fromEntries(
      view.days.map((day) => [
        day.id,
        Object.fromEntries(rowsOf(day).map(({ participant, part }) => [participant, part])),
      ]),
    ),
    scores: Object.fromEntries(view.participants.map(({ id, pre, post }) => [id, { pre, post }])),
    left: view.participants.filter(({ left }) => left).map(({ id }) => id),
  };
}

/** What `trainings.record` takes, before it is judged; tests stand in the order of the participants. */
export const resultsInputOf = (form: ResultsForm, participants: TrainingView['participants']): unknown => ({
  attendance: Object.entries(form.attendance).flatMap(([day, parts]) => {
    const rows = Object.entries(parts).map(([participant, part]) => ({ participant, part }));
    return rows.length === 0 ? [] : [{ day, rows }];
  }),
  tests: participants.map(({ id }) => ({ participant: id, ...(form.scores[id] ?? noScore) })),
  left: form.left,
});
