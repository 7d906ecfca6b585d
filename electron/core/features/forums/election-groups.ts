/** @file An election as a form has it, and as register groups: the name of a candidate from outside stands by itself. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn } from '#core/changes/record-values.ts';
import type { ForumElection } from '#shared/contract/forums.ts';

export function addElection(groups: Map<string, JsonObject | null>, election: ForumElection): void {
  const { id, on, role, counted, voters, reason, candidates } = election;
  groups.set(`election:${id}`, {
    on,
    role,
    counted,
    // Nobody votes in an election of no voters: 0 is "not written down".
    voters: voters ?? 0,
    reason,
    candidates: candidates.map((one) => ({
      id: one.id,
      member: one.member,
      sex: one.sex,
      votes: one.votes,
      elected: one.elected,
    })),
  });
  for (const { id: candidate, member, name } of candidates) {
    // One without a name was read where the name is not known: it stays as it is.
    if (member === null) groups.set(`candidateName:${candidate}`, name === null ? null : { name });
  }
}

/** Latest first. */
export function electionsIn(values: RecordValues) {
  return values
    .elements('election')
    .map(({ id, value }) => ({
      id,
      on: textIn(value, 'on'),
      role: textIn(value, 'role'),
      counted: value?.counted === true,
      voters: intIn(value, 'voters') || null,
      reason: textIn(value, 'reason'),
      candidates: rowsIn(value, 'candidates').map((row) => {
        const candidate = textIn(row, 'id');
        return {
          id: candidate,
          member: nullableTextIn(row, 'member'),
          name: nullableTextIn(values.one(`candidateName:${candidate}`), 'name'),
          sex: textIn(row, 'sex'),
          votes: typeof row.votes === 'number' ? row.votes : null,
          elected: row.elected === true,
        };
      }),
    }))
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.id < b.id ? -1 : 1));
}
