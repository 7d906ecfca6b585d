import { describe, expect, it } from 'vitest';
import { MappingFields } from '#shared/contract/mappings.ts';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import {
  actorsLeft,
  emptyMapping,
  type MappingForm,
  mappingFormOf,
  mappingInputOf,
  newPeople,
  newSheet,
  newTrust,
} from './mapping-form-model.ts';

const filled: MappingForm = {
  ...emptyMapping,
  place: 'IQG10',
  date: '2026-02-10',
  group: 'women_adult',
  round: 1,
  facilitators: 2,
  womenFacilitators: 1,
  participants: [{ ...newPeople('women_adult'), ageBand: 'age_30_44', count: 6 }],
  sheets: [
    {
      ...newSheet('women_adult'),
      ageBand: 'age_30_44',
      displacement: 'resident',
      safeDay: 'high',
      safeNight: 'low',
      turnTo: { court: 'low' },
      reports: 'yes',
    },
  ],
};

describe('the form of a security mapping', () => {
  it('is taken by the contract as it was typed, and comes back the same', () => {
    const judged = checkFields(MappingFields, mappingInputOf(filled));
    if (!judged.ok) throw new Error(JSON.stringify(judged.error));
    const { chains, ...fields } = judged.value;
    const stored = {
      ...fields,
      heads: {},
      chains: Object.entries(chains).map(([name, chain]) => ({ case: name, ...chain })),
    };
    const again = mappingFormOf(stored as Parameters<typeof mappingFormOf>[0]);
    expect(mappingInputOf(again)).toEqual(judged.value);
  });

  it('takes the sex from the group, where its name tells it', () => {
    expect([newPeople('girls_adolescent').sex, newSheet('men_adult').sex, newSheet('returnees').sex]).toEqual([
      'female',
      'male',
      null,
    ]);
  });

  it('forgets what women alone are asked when the sheet turns out to be that of a man', () => {
    const sheets = filled.sheets.map((sheet) => ({ ...sheet, sex: 'male' }));
    const input = mappingInputOf({ ...filled, group: 'mixed', sheets }) as MappingFields;
    expect(input.sheets[0]).toMatchObject({ reports: null, reportsToWoman: null });
  });

  it('tells at the same field what core would', () => {
    const odd = { ...filled, womenFacilitators: 3, trust: [newTrust('court')] };
    expect(checkFields(MappingFields, mappingInputOf({ ...odd, trust: [] }))).toEqual({
      ok: false,
      error: { 'fields.womenFacilitators': 'field/more-women-than-facilitators' },
    });
    expect(checkFields(MappingFields, mappingInputOf(odd))).toMatchObject({
      ok: false,
      error: { 'fields.trust.0.turnTo': 'field/required' },
    });
  });

  it('offers the actors that are not in the map yet', () => {
    expect(actorsLeft([newTrust('family')])).toHaveLength(17);
  });
});
