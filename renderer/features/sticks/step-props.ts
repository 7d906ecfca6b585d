import type { StickList } from './use-sticks.ts';
import type { WriteAnswers } from './write-steps.ts';

/** What every step of the write wizard gets. */
export type StepProps = {
  /** Title, names of the steps and which one is shown, for the frame. */
  readonly steps: { readonly title: string; readonly steps: readonly string[]; readonly at: number };
  readonly answers: WriteAnswers;
  readonly change: (some: Partial<WriteAnswers>) => void;
  /** Null until the first answer has come. */
  readonly sticks: StickList | null;
};
