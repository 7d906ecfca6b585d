/** @file What sites and assets share, as a form has it and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { nullableIntIn, nullableTextIn, type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { AssetFields } from '#shared/contract/assets.ts';
import type { SiteFields } from '#shared/contract/sites.ts';

export function holdingToGroups(fields: SiteFields | AssetFields): [string, JsonObject][] {
  const { donor, amount, currency, status, condition, policeReport } = fields;
  return [
    ['funding', { donor, amount, currency: amount === null ? null : currency }],
    ['state', { status, condition, policeReport }],
  ];
}

export function groupsToHolding(values: RecordValues) {
  const funding = values.one('funding');
  const state = values.one('state');
  return {
    status: textIn(state, 'status'),
    condition: nullableTextIn(state, 'condition'),
    policeReport: textIn(state, 'policeReport'),
    donor: nullableTextIn(funding, 'donor'),
    amount: nullableIntIn(funding, 'amount'),
    currency: nullableTextIn(funding, 'currency'),
    handovers: entriesOf(values, 'handover').map(({ id, value }) => ({
      ...frameOfEntry(id, value),
      from: textIn(value, 'from'),
      to: textIn(value, 'to'),
      toSite: nullableTextIn(value, 'toSite'),
      giverRole: textIn(value, 'giverRole'),
      receiverRole: textIn(value, 'receiverRole'),
      signed: value?.signed === true,
      unsignedWhy: textIn(value, 'unsignedWhy'),
      names: namesOf(values.one(`handoverNames:${id}`)),
    })),
    checks: entriesOf(values, 'check').map(({ id, value }) => ({
      ...frameOfEntry(id, value),
      condition: textIn(value, 'condition'),
      status: textIn(value, 'status'),
      note: textIn(value, 'note'),
    })),
    incidents: entriesOf(values, 'incident').map(({ id, value }) => ({
      ...frameOfEntry(id, value),
      kind: textIn(value, 'kind'),
      policeReport: textIn(value, 'policeReport'),
      text: nullableTextIn(values.one(`incidentText:${id}`), 'text'),
    })),
  };
}

const frameOfEntry = (id: string, value: JsonObject | null) => ({
  id,
  date: textIn(value, 'date'),
  corrects: nullableTextIn(value, 'corrects'),
});

const namesOf = (value: JsonObject | null) =>
  value && { giver: textIn(value, 'giver'), receiver: textIn(value, 'receiver'), witness: textIn(value, 'witness') };

/** Latest day first; of one day the one that was written last. */
const entriesOf = (values: RecordValues, group: string) =>
  values.elements(group).toSorted((a, b) => {
    const [first, second] = [textIn(a.value, 'date'), textIn(b.value, 'date')];
    if (first !== second) return first > second ? -1 : 1;
    return a.id > b.id ? -1 : 1;
  });
