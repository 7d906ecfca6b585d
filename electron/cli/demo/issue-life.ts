/** @file The issues of a forum as records: raised in a meeting, raised again, answered by an action, settled. */
import type { IssueFields } from '#shared/contract/issues.ts';
import type { MappingGroup, SafetyIssue, Sex, TimeOfDay } from '#shared/domain/generated/code-lists.ts';
import type { LifeEvent } from './life-types.ts';
import type { Random } from './random.ts';
import type { IssueSet } from './words/issue-set.ts';
import { fill, type Language } from './words/language.ts';

export type IssueBookSetting = {
  readonly random: Random;
  readonly forum: string;
  readonly place: string;
  readonly quarterName: string;
  readonly language: Language;
};

export type KnownIssue = { readonly record: string; readonly set: IssueSet; readonly raisedOn: string };

/** Every issue once, however often it is raised. */
export type IssueBook = {
  /** `events`: of the first time alone. */
  readonly raise: (
    set: IssueSet,
    day: string,
    by: Sex | null,
  ) => { readonly record: string; readonly repeated: boolean; readonly events: readonly LifeEvent[] };
  readonly change: (record: string, day: string, changes: Partial<IssueFields>) => LifeEvent;
  /** Oldest first. */
  readonly known: () => readonly KnownIssue[];
};

export function createIssueBook({ random, forum, place, quarterName, language }: IssueBookSetting): IssueBook {
  const known = new Map<SafetyIssue, KnownIssue>();
  return {
    raise: (set, day, by) => {
      const before = known.get(set.issue);
      if (before) return { record: before.record, repeated: true, events: [] };
      const record = random.id(day);
      known.set(set.issue, { record, set, raisedOn: day });
      const fields: IssueFields = {
        issue: set.issue,
        other: '',
        raisedOn: day,
        raisedBy: by,
        place,
        spot: quarterName,
        time: timeOf(set.issue),
        affected: [...affectedBy(set.issue)],
        statement: fill(set.words[language].statement, { quarter: quarterName }),
        status: 'raised',
        statusOn: null,
        reason: '',
        step: null,
        referralTo: null,
        referredOn: null,
        referral: '',
        plan: null,
        problem: null,
        dispute: '',
      };
      return { record, repeated: false, events: [{ day, kind: 'issue-raised', issue: record, forum, fields }] };
    },
    change: (issue, day, changes) => ({ day, kind: 'issue-changed', issue, changes }),
    known: () => [...known.values()],
  };
}

/** When people meet with it; any hour where nothing is said here. */
export const timeOf = (issue: SafetyIssue): TimeOfDay => times[issue] ?? 'all';

const times: Partial<Readonly<Record<SafetyIssue, TimeOfDay>>> = {
  street_lighting: 'night',
  theft_burglary: 'night',
  vehicle_theft: 'night',
  random_gunfire: 'evening',
  drug_use: 'evening',
  sexual_harassment: 'evening',
  abandoned_buildings: 'night',
  speeding_dangerous_driving: 'day',
  unsafe_roads_crossings: 'day',
  school_dropout: 'day',
};

/** Whom it harms most; everybody where nothing is said here. */
export const affectedBy = (issue: SafetyIssue): readonly MappingGroup[] => affected[issue] ?? ['mixed'];

const affected: Partial<Readonly<Record<SafetyIssue, readonly MappingGroup[]>>> = {
  street_lighting: ['women_adult', 'girls_adolescent'],
  domestic_violence: ['women_adult'],
  sexual_harassment: ['girls_adolescent', 'young_women'],
  cyber_blackmail: ['young_women'],
  early_forced_marriage: ['girls_adolescent'],
  no_female_officer: ['women_adult'],
  school_dropout: ['boys_adolescent', 'girls_adolescent'],
  child_labour_begging: ['boys_adolescent'],
  youth_unemployment_idleness: ['young_men'],
  drug_use: ['young_men'],
  displaced_host_tension: ['displaced'],
  missing_civil_documents: ['returnees', 'displaced'],
  explosive_remnants: ['boys_adolescent', 'returnees'],
};
