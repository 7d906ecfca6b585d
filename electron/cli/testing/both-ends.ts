/** @file The same question to an office and to its directorate: what differs is what stays at the office, and nothing else. */
import { expect } from 'vitest';
import type { DemoHome } from '#electron/cli/demo/demo-home.ts';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';

/** What stands differently at the directorate: who may do what, and what stays at the office, which is null there. */
const FRAME = ['.owner.mine', '.may.edit', '.may.correct', '.may.void', '.withheld[]'];
const SECRET_PROBLEM = ['place', 'statement', 'immediateCauses', 'deeperCauses', 'effects'].map(
  (field) => `.problems[].${field}`,
);
const KEPT: Partial<Record<MethodName, readonly string[]>> = {
  'actions.list': ['.rows[].mine'],
  'actions.get': ['.mine'],
  'assets.get': [...FRAME, '.handovers[].names', '.incidents[].text'],
  'forums.get': [...FRAME, '.members[].name', '.members[].phone'],
  'holdings.get': [...FRAME, '.handovers[].names', '.incidents[].text'],
  'issues.get': [...FRAME, '.other', '.spot', '.statement'],
  'issues.list': ['.rows[].other', '.rows[].spot'],
  'mappings.get': [...FRAME, '.conduct', '.map.state', '.map.network[]', '.map.places[]', '.map.chains[]'].filter(
    (at) => at !== '.may.edit' && at !== '.may.correct',
  ),
  'meetings.get': [...FRAME, '.attendance[].name', '.issues[].statement', '.voided.reason'],
  'meetings.version': ['.content.attendance[].name', '.content.issues[].statement'],
  'plans.get': [...FRAME, ...SECRET_PROBLEM],
  'plans.version': SECRET_PROBLEM,
  'sites.get': FRAME.filter((at) => at !== '.withheld[]'),
  'trainings.get': [
    ...FRAME,
    '.trainers[].name',
    '.participants[].name',
    '.participants[].phone',
    '.participants[].disability',
    '.followUpNote',
    '.mayCertify',
  ],
};

export type BothEnds = {
  readonly ask: <M extends MethodName>(
    method: M,
    input: Omit<InputOf<M>, 'commandId'>,
  ) => Promise<{ readonly here: OutputOf<M>; readonly there: OutputOf<M> }>;
  /**
   * Asks each question at both ends, and answers as the directorate does. The answers differ at the places of `KEPT`, and
   * at all of them somewhere.
   */
  readonly expectSame: <M extends MethodName>(
    method: M,
    inputs: readonly Omit<InputOf<M>, 'commandId'>[],
  ) => Promise<OutputOf<M>[]>;
  /** Methods that were asked so far. */
  readonly asked: ReadonlySet<string>;
};

export function createBothEnds(office: DemoHome, directorate: DemoHome): BothEnds {
  const asked = new Set<string>();
  const ask: BothEnds['ask'] = async (method, input) => {
    asked.add(method);
    return { here: await office.call(method, input), there: await directorate.call(method, input) };
  };
  return {
    ask,
    asked,
    expectSame: async <M extends MethodName>(method: M, inputs: readonly Omit<InputOf<M>, 'commandId'>[]) => {
      const found = new Set<string>();
      const answers: OutputOf<M>[] = [];
      for (const input of inputs) {
        const { here, there } = await ask(method, input);
        answers.push(there);
        for (const at of differences(here, there)) found.add(at);
      }
      expect([...found].sort(), method).toEqual([...(KEPT[method] ?? [])].sort());
      return answers;
    },
  };
}

/** Places at which the answers differ. */
function differences(here: unknown, there: unknown, at = ''): string[] {
  if (Object.is(here, there)) return [];
  if (!isNested(here) || !isNested(there)) return [at];
  const step = (key: string) => (Array.isArray(here) ? '[]' : `.${key}`);
  const keys = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...keys].flatMap((key) => differences(here[key], there[key], at + step(key)));
}

const isNested = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
