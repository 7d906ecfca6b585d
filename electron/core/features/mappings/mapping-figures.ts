/** @file The figures of one session and of a round. Nothing leaves here in which a small number can be read. */
import { type RecordValues, rowsIn, textIn } from '#core/changes/record-values.ts';
import type { DrawnMap } from '#shared/contract/mappings.ts';
import { mergeNetworks } from '#shared/domain/mapping-network.ts';
import { type CountRow, type TallyRow, tallyPeople, tallySheets } from '#shared/domain/mapping-tally.ts';
import { toShownCount } from '#shared/domain/small-cells.ts';
import { chainsOf, closedOn, holdsAnswers, peopleOf, placesOf, sheetsOf, trustOf } from './mapping-groups.ts';

export type Figures = { readonly people: readonly CountRow[]; readonly answers: readonly TallyRow[] };

/** Null where neither the answers nor a tally that holds are here. A closed session shows what it told the directorate. */
export function figuresOf(values: RecordValues, below: number): Figures | null {
  if (closedOn(values) !== null) return storedFigures(values, below);
  return holdsAnswers(values) ? countedFigures(values, below) : null;
}

export const countedFigures = (values: RecordValues, below: number): Figures => ({
  people: tallyPeople(peopleOf(values), below),
  answers: tallySheets(sheetsOf(values), below),
});

/** Hidden again by the value in force here, whatever the office that wrote it went by. */
function storedFigures(values: RecordValues, below: number): Figures {
  const tally = values.one('tally');
  return {
    people: rowsIn(tally, 'people').map((row) => ({
      dimension: textIn(row, 'dimension'),
      value: textIn(row, 'value'),
      count: toShownCount(row.count, below),
    })),
    answers: rowsIn(tally, 'answers').map((row) => ({
      measure: textIn(row, 'measure'),
      dimension: textIn(row, 'dimension'),
      value: textIn(row, 'value'),
      high: toShownCount(row.high, below),
      of: toShownCount(row.of, below),
      left: toShownCount(row.left, below),
    })),
  };
}

/** The group that the closing writes. */
export const figuresToTally = ({ people, answers }: Figures, below: number) => ({
  below,
  people: people.map((row) => ({ ...row })),
  answers: answers.map((row) => ({ ...row })),
});

/** What the groups of these sessions drew; hidden when fewer than `below` took part in all of them together. */
export function mapOf(sessions: readonly RecordValues[], below: number): DrawnMap {
  const here = sessions.filter(holdsAnswers);
  const nothing = { network: [], places: [], chains: [] };
  if (here.length === 0) return { state: sessions.length === 0 ? 'none' : 'kept', ...nothing };
  const network = mergeNetworks(here.map(trustOf));
  const places = withoutRepeats(here.flatMap(placesOf).map(({ id: _, ...place }) => place));
  const chains = withoutRepeats(here.flatMap(chainsOf)).filter(({ actors, ends }) => actors.length > 0 || ends !== '');
  if (network.length + places.length + chains.length === 0) return { state: 'none', ...nothing };
  const people = here.flatMap(peopleOf).reduce((sum, { count }) => sum + count, 0);
  return people < below ? { state: 'few', ...nothing } : { state: 'shown', network, places, chains };
}

/** Two groups may say the same of a place. */
const withoutRepeats = <T>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

export const peopleIn = (values: RecordValues): number => peopleOf(values).reduce((sum, { count }) => sum + count, 0);
