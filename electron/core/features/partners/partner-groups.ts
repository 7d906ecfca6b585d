/** @file A partner as a form has it, and as register groups. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import { namesToValue, valueToNames } from '#core/features/reference/names.ts';
import type { PartnerFields } from '#shared/contract/partners.ts';

export const partnerToGroups = ({ names, kind, active, note }: PartnerFields): Map<string, JsonObject | null> =>
  new Map([
    ['names', namesToValue(names)],
    ['kind', { kind }],
    ['active', { active }],
    ['note', { note }],
  ]);

export const groupsToPartner = (values: RecordValues) => ({
  names: valueToNames(values.one('names')),
  kind: textIn(values.one('kind'), 'kind'),
  active: values.one('active')?.active !== false,
  note: textIn(values.one('note'), 'note'),
});
