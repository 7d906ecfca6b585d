import type { RecordValues } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { forumNameOf } from '#core/features/forums/forum-name.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { type Side, sideOf } from '#shared/domain/mapping.ts';
import { type SummedRow, sumTallies, tallySheets } from '#shared/domain/mapping-tally.ts';
import { ok } from '#shared/lib/result.ts';
import { figuresOf, mapOf } from './mapping-figures.ts';
import { holdsAnswers, peopleOf, sessionOf, sheetsOf } from './mapping-groups.ts';
import { sessionsOf } from './mappings-store.ts';

export const mappingRounds: Handler<'mappings.rounds'> = async (context, input) => {
  const { exportSmallCell: below } = await rulesInForce(context);
  const sessions = await sessionsOf(context.db, input);
  const byRound = Map.groupBy(sessions, ({ round }) => round);
  return ok({
    below,
    forumName: (await forumNameOf(context.db, input.forumId)) ?? '',
    rounds: [...byRound].map(([round, of]) => {
      const values = of.map((session) => session.values);
      const days = of.map(({ date }) => date).toSorted();
      const sideMap = (side: Side) => {
        const ofSide = values.filter((one) => sideOf(sessionOf(one).group, peopleOf(one)) === side);
        return { sessions: ofSide.length, map: mapOf(ofSide, below) };
      };
      return {
        round,
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
        sessions: of.length,
        waiting: values.filter((one) => figuresOf(one, below) === null).length,
        answers: answersOf(values, below),
        women: sideMap('women'),
        men: sideMap('men'),
      };
    }),
  });
};

/**
 * Answers that are here are counted together, so that a round of several small groups has figures; of the other sessions
 * the tallies are added, as far as they show anything.
 */
function answersOf(sessions: readonly RecordValues[], below: number): SummedRow[] {
  const here = sessions.filter(holdsAnswers);
  const elsewhere = sessions.filter((values) => !holdsAnswers(values));
  const tallies = elsewhere.flatMap((values) => figuresOf(values, below)?.answers ?? []);
  if (elsewhere.length === 0) {
    return tallySheets(here.flatMap(sheetsOf), below).map((row) => ({ ...row, leftOut: 0 }));
  }
  return sumTallies([tallySheets(here.flatMap(sheetsOf), below), tallies]);
}
