/** @file Everything the figures of a period are made of, and the items that each measure counts. */
import type { Kysely } from 'kysely';
import type { HomeContext } from '#core/context.ts';
import type { Tables } from '#core/db/tables.ts';
import { codeLists } from '#core/features/reference/code-lists.ts';
import { allSites } from '#core/features/sites/all-sites.ts';
import { placePositions } from '#core/features/sites/site-choices.ts';
import { type SessionFact, sessionItems, sessionsIn } from '#shared/domain/indicators/answers.ts';
import { forumItems, isActiveOn } from '#shared/domain/indicators/forums.ts';
import { holdingItems, serviceItems } from '#shared/domain/indicators/holdings.ts';
import { actionItems, issueItems } from '#shared/domain/indicators/issues.ts';
import type { Item } from '#shared/domain/indicators/item.ts';
import { meetingItems } from '#shared/domain/indicators/meetings.ts';
import { memberItems } from '#shared/domain/indicators/members.ts';
import type { Period } from '#shared/domain/indicators/period.ts';
import { planItems } from '#shared/domain/indicators/plans.ts';
import { trainingItems } from '#shared/domain/indicators/trainings.ts';
import { SERVING_SITE_KIND } from '#shared/domain/infrastructure.ts';
import { type PlaceTags, placeTags } from './place-tags.ts';
import { type ReadForum, readForums } from './read-forums.ts';
import { readHoldings } from './read-holdings.ts';
import { readIssues } from './read-issues.ts';
import { readMappings } from './read-mappings.ts';
import { readActions, readMeetings } from './read-meetings.ts';
import { readPlans } from './read-plans.ts';
import { readTrainings } from './read-trainings.ts';

export type Facts = {
  readonly forums: readonly ReadForum[];
  /** By key of the measure. */
  readonly items: Readonly<Record<string, readonly Item[]>>;
  readonly sessions: readonly SessionFact[];
  /** Somebody came to a training whom no name tells apart from others. */
  readonly nameless: boolean;
};

export async function readFacts(
  context: HomeContext,
  db: Kysely<Tables>,
  period: Period,
  below: number,
): Promise<Facts> {
  const attributeOf = attributes(context);
  const tagsOf = await placeTags(context);
  const groupOf = attributeOf('safety_issue', 'group');
  const forums = await readForums(db, tagsOf, attributeOf('forum_member_category', 'block'));
  const forumTags = new Map(forums.map(({ id, tags }) => [id, tags]));
  const trainings = await readTrainings(db, tagsOf);
  const sessions = sessionsIn(await readMappings(db, tagsOf, below), period);
  return {
    forums,
    sessions,
    nameless: trainings.some(({ participants }) => participants.some(({ person }) => person === null)),
    items: {
      ...forumItems(forums, period),
      ...memberItems(forums, period),
      ...meetingItems(await readMeetings(db, forumTags, period), period),
      ...issueItems(await readIssues(db, forumTags, groupOf), period),
      ...actionItems(await readActions(db, forumTags, period), period),
      ...planItems(await readPlans(db, forumTags, groupOf), forums, period),
      ...sessionItems(sessions),
      ...trainingItems(trainings, period),
      ...(await servedItems(context, db, forums, tagsOf, period)),
      ...holdingItems(await readHoldings(db, tagsOf, attributeOf('infrastructure_kind', 'family')), period),
    },
  };
}

/** An attribute of a code in a shipped list; empty where it has none. */
function attributes({ services }: HomeContext) {
  const lists = codeLists(services.ports);
  return (list: string, attribute: string) => {
    const entries = lists.find(({ key }) => key === list)?.entries ?? [];
    const byCode = new Map(entries.map(({ code, attributes: given }) => [code, given[attribute] ?? '']));
    return (code: string): string => byCode.get(code) ?? '';
  };
}

async function servedItems(
  context: HomeContext,
  db: Kysely<Tables>,
  forums: readonly ReadForum[],
  tagsOf: PlaceTags,
  period: Period,
) {
  const positions = await placePositions(context);
  const sites = await allSites(db);
  const offices = sites
    .filter(({ kind }) => kind === SERVING_SITE_KIND)
    .map(({ id, place, owner, position, status }) => ({
      id,
      position: position ?? positions(place),
      inUse: status === 'in_use',
      tags: tagsOf({ place, owner: owner ?? '', forum: '' }),
    }));
  const active = forums.filter((forum) => isActiveOn(forum, period.to));
  return serviceItems(
    offices,
    active.map(({ id, place, site, tags }) => ({ id, position: positions(place), office: site, tags })),
  );
}
