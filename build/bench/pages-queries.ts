/** @file The queries that pages of policing ask, and the list of disputes; a list that the contract gains must be added. */
import { contract, type InputOf, type MethodName } from '#shared/contract/contract.ts';
import type { FilledForums } from './fill-forums.ts';

export type PageQuery = {
  readonly what: string;
  readonly method: MethodName;
  /** Another record, page or search at each run. */
  readonly input: (run: number) => object;
};

const today = '2026-03-01';
const limit = 25;
/** A word that names of people and places begin with. */
const typed = 'ال';

/** Every query of a page, each with another record or page in turn. Throws where a list of the contract is left out. */
export function pageQueries(filled: FilledForums): readonly PageQuery[] {
  const queries = [...listQueries(filled), ...recordQueries(filled), ...gatheredQueries(filled)];
  const asked = new Set<string>(queries.map(({ method }) => method));
  const left = Object.keys(contract).filter((name) => isPolicingList(name as MethodName) && !asked.has(name));
  if (left.length > 0) throw new Error(`no bench asks ${left.join(', ')}`);
  return queries;
}

const isPolicingList = (name: MethodName): boolean =>
  name.endsWith('.list') &&
  ['policing.read', 'hlp.read'].includes(contract[name].permission) &&
  name !== 'imports.list';

const query = <M extends MethodName>(
  method: M,
  input: (run: number) => InputOf<M>,
  what: string = method,
): PageQuery => ({ what, method, input });

const at = (ids: readonly string[], run: number): string => ids[(run * 101) % ids.length] ?? '';
const page = { search: '', offset: 0, limit };

function listQueries({ forums, meetings }: FilledForums): PageQuery[] {
  const deep = Math.floor(meetings.length / 2);
  return [
    query('forums.list', () => page),
    query('forums.list', () => ({ ...page, search: typed }), 'forums.list, searched'),
    query('meetings.list', () => page),
    query('meetings.list', (run) => ({ ...page, forumId: at(forums, run) }), 'meetings.list of a forum'),
    query('meetings.list', () => ({ ...page, offset: deep }), 'meetings.list, a page in the middle'),
    query('meetings.list', () => ({ ...page, search: typed }), 'meetings.list, searched'),
    query('trainings.list', () => page),
    query('issues.list', () => ({ ...page, today })),
    query('issues.list', (run) => ({ ...page, today, forumId: at(forums, run) }), 'issues.list of a forum'),
    query('issues.list', () => ({ ...page, today, show: 'unheard' }), 'issues.list, unheard'),
    query('actions.list', () => ({ ...page, today })),
    query('actions.list', () => ({ ...page, today, show: 'all' }), 'actions.list, all'),
    query('actions.list', () => ({ ...page, today, search: typed }), 'actions.list, searched'),
    query('plans.list', () => ({ ...page, today })),
    query('mappings.list', () => page),
    query('sites.list', () => page),
    query('assets.list', () => page),
    query('disputes.list', () => page),
    query('disputes.list', () => ({ ...page, search: typed }), 'disputes.list, searched'),
  ];
}

function recordQueries(filled: FilledForums): PageQuery[] {
  return [
    query('forums.get', (run) => ({ forumId: at(filled.forums, run) })),
    query('forums.dashboard', (run) => ({ forumId: at(filled.forums, run), today })),
    query('meetings.get', (run) => ({ meetingId: at(filled.meetings, run) })),
    query('meetings.versions', (run) => ({ meetingId: at(filled.meetings, run) })),
    query('meetings.carriedIn', (run) => ({ forumId: at(filled.forums, run) })),
    query('issues.get', (run) => ({ issueId: at(filled.issues, run), today })),
    query('actions.get', (run) => ({ actionId: at(filled.actions, run), today })),
    query('plans.get', (run) => ({ planId: at(filled.plans, run) })),
    query('trainings.get', (run) => ({ trainingId: at(filled.trainings, run) })),
    query('mappings.get', (run) => ({ mappingId: at(filled.mappings, run) })),
    query('sites.get', (run) => ({ siteId: at(filled.sites, run) })),
    query('assets.get', (run) => ({ assetId: at(filled.assets, run) })),
    query('holdings.get', (run) => ({ recordId: at(filled.assets, run) })),
    query('disputes.get', (run) => ({ disputeId: at(filled.disputes, run) })),
    query('attachments.of', (run) => ({ recordId: at(filled.forums, run) })),
  ];
}

function gatheredQueries({ forums }: FilledForums): PageQuery[] {
  return [
    query('home.overview', () => ({ today })),
    query('meetings.calendar', () => ({ from: '2026-01-01', to: '2026-01-31' })),
    query('issues.byGroup', () => ({ today })),
    query('actions.promises', () => ({ today })),
    query('actions.promises', (run) => ({ today, forumId: at(forums, run) }), 'actions.promises of a forum'),
    query('mappings.rounds', () => ({ place: 'IQG10' })),
    query('sites.choices', () => ({})),
    query('coverage.get', () => ({})),
  ];
}
