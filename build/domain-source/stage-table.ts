/** @file The table "Transitions of `dispute_stage`": which stage may follow which, with the guard in words. */
import { sourceFault } from './source-fault.ts';
import { type SourceLine, tableCells } from './table-rows.ts';

export type TransitionRow = {
  /** Stages this row leaves; empty for a new case. */
  readonly from: readonly string[];
  /** `held_from`: back to the stage that was left when the case was put on hold. */
  readonly to: string;
  readonly guard: string;
  /** For moves to `closed`: the outcomes the guard names. */
  readonly outcomes: readonly string[];
};

const TITLE = '#### Transitions of `dispute_stage`';
const HEADER = '| from | to | guard (data that must exist) |';

/** @throws SourceFault for a row that names no known stage. */
export function readStageTransitions(lines: readonly SourceLine[], stages: readonly string[]): TransitionRow[] {
  const title = lines.findIndex((line) => line.text === TITLE);
  if (title < 0) throw sourceFault('vocabulary.md', lines.length, `there is no "${TITLE}"`);
  const header = lines.findIndex((line, index) => index > title && line.text === HEADER);
  if (header < 0) throw sourceFault('vocabulary.md', title + 1, `expected "${HEADER}"`);
  const end = lines.findIndex((line, index) => index > header && !line.text.startsWith('|'));
  return lines.slice(header + 2, end).map((line) => readRow(line, stages));
}

function readRow(line: SourceLine, stages: readonly string[]): TransitionRow {
  const [from = '', to = '', guard = ''] = tableCells(line, 3);
  if (guard === '') throw sourceFault('vocabulary.md', line.number, 'the guard is missing');
  return {
    from: readFrom(from, line, stages),
    to: to === 'the stage in `held_from`' ? 'held_from' : knownStage(to, line, stages),
    guard,
    outcomes: to === 'closed' ? readOutcomes(guard, line) : [],
  };
}

function readFrom(from: string, line: SourceLine, stages: readonly string[]): readonly string[] {
  const open = stages.filter((stage) => stage !== 'closed');
  if (from === '(new)') return [];
  if (from === 'any open stage') return open;
  if (from === 'any open stage except on_hold') return open.filter((stage) => stage !== 'on_hold');
  return from.split(', ').map((stage) => knownStage(stage, line, stages));
}

function knownStage(stage: string, line: SourceLine, stages: readonly string[]): string {
  if (!stages.includes(stage)) throw sourceFault('vocabulary.md', line.number, `"${stage}" is no stage`);
  return stage;
}

function readOutcomes(guard: string, line: SourceLine): string[] {
  const named = /outcome (?:in|=) (`.+`)/.exec(guard)?.[1];
  if (named === undefined) throw sourceFault('vocabulary.md', line.number, 'the guard names no outcome');
  return named.split(', ').map((quoted) => quoted.replaceAll('`', ''));
}
