/** @file A security mapping as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { intIn, nullableTextIn, type RecordValues, rowsIn, textIn, textsIn } from '#core/changes/record-values.ts';
import type { MappingFields } from '#shared/contract/mappings.ts';
import { TRUST_CASES, type TrustCase } from '#shared/domain/mapping.ts';

export const mappingSets = ['trust', 'safety'] as const;

const chainGroups: Readonly<Record<TrustCase, string>> = {
  theft: 'chainTheft',
  harassment: 'chainHarassment',
  family_violence: 'chainViolence',
};

export function mappingToGroups(fields: MappingFields): Map<string, JsonObject> {
  const { place, forumId, date, group, round } = fields;
  const { facilitators, womenFacilitators, guardianConsent, reason, participants } = fields;
  const groups = new Map<string, JsonObject>([
    ['session', { place, forum: forumId, date, group, round }],
    ['conduct', { facilitators, women: womenFacilitators, guardians: guardianConsent, reason, people: participants }],
    ['sheets', { rows: fields.sheets }],
  ]);
  for (const { id, ...actor } of fields.trust) groups.set(`trust:${id}`, actor);
  for (const { id, ...safety } of fields.places) groups.set(`safety:${id}`, safety);
  for (const name of TRUST_CASES) {
    const { actors, ends } = fields.chains[name];
    groups.set(chainGroups[name], { actors, ends });
  }
  return groups;
}

export const sessionOf = (values: RecordValues) => {
  const session = values.one('session');
  return {
    place: textIn(session, 'place'),
    forumId: nullableTextIn(session, 'forum'),
    date: textIn(session, 'date'),
    group: textIn(session, 'group'),
    round: intIn(session, 'round'),
  };
};

/** Null where it is kept at another office. */
export function conductOf(values: RecordValues) {
  const conduct = values.one('conduct');
  if (!conduct) return null;
  return {
    facilitators: intIn(conduct, 'facilitators'),
    womenFacilitators: intIn(conduct, 'women'),
    guardianConsent: conduct.guardians === true,
    reason: textIn(conduct, 'reason'),
  };
}

export const peopleOf = (values: RecordValues) =>
  rowsIn(values.one('conduct'), 'people').map((row) => ({
    sex: textIn(row, 'sex'),
    ageBand: textIn(row, 'ageBand'),
    count: intIn(row, 'count'),
  }));

export const sheetsOf = (values: RecordValues) =>
  rowsIn(values.one('sheets'), 'rows').map((row) => ({
    id: textIn(row, 'id'),
    sex: textIn(row, 'sex'),
    ageBand: textIn(row, 'ageBand'),
    displacement: textIn(row, 'displacement'),
    disability: textIn(row, 'disability'),
    safeDay: textIn(row, 'safeDay'),
    safeNight: textIn(row, 'safeNight'),
    turnTo: rowsIn(row, 'turnTo').map((one) => ({ actor: textIn(one, 'actor'), answer: textIn(one, 'answer') })),
    reports: nullableTextIn(row, 'reports'),
    reportsToWoman: nullableTextIn(row, 'reportsToWoman'),
  }));

export const trustOf = (values: RecordValues) =>
  values.elements('trust').flatMap(({ id, value }) => {
    if (!value) return [];
    const of = (field: string) => textIn(value, field);
    return [
      {
        id,
        actor: of('actor'),
        turnTo: of('turnTo'),
        influence: of('influence'),
        effect: of('effect'),
        reachable: of('reachable'),
      },
    ];
  });

export const placesOf = (values: RecordValues) =>
  values.elements('safety').flatMap(({ id, value }) => {
    if (!value) return [];
    const of = (field: string) => textIn(value, field);
    return [{ id, name: of('name'), day: of('day'), night: of('night'), forWhom: of('forWhom'), why: of('why') }];
  });

export const chainsOf = (values: RecordValues) =>
  TRUST_CASES.map((name) => {
    const chain = values.one(chainGroups[name]);
    return { case: name, actors: [...textsIn(chain, 'actors')], ends: textIn(chain, 'ends') };
  });

/** Whether what people answered stands in this home. */
export const holdsAnswers = (values: RecordValues): boolean => values.one('conduct') !== null;

export const closedOn = (values: RecordValues): string | null => nullableTextIn(values.one('closing'), 'on');
