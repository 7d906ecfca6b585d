import { describe, expect, it } from 'vitest';
import { DisputeFields } from '#shared/contract/disputes.ts';
import {
  claimantOf,
  type DisputeForm,
  disputeInputOf,
  emptyDispute,
  newConsent,
  newParty,
  newProperty,
} from './dispute-form-model.ts';

const dispute: DisputeForm = {
  ...emptyDispute(),
  intakeDate: '2026-03-02',
  channel: 'walk_in',
  mainType: 'boundary',
  district: 'IQG10',
};

describe('disputeInputOf', () => {
  it('begins with every consent of the intake, none taken as given', () => {
    const { consents } = DisputeFields.parse(disputeInputOf(dispute));
    expect(consents.map(({ scope }) => scope)).toContain('record_keeping');
    expect(new Set(consents.map(({ status }) => status))).toEqual(new Set(['not_asked']));
  });

  it('gives families and bodies neither sex nor age', () => {
    const party = { ...newParty(true, true), name: 'بلدية', kind: 'public_body', sex: 'male', ageBand: null };
    const { parties } = DisputeFields.parse(disputeInputOf({ ...dispute, parties: [party] }));
    expect(parties[0]).toMatchObject({ sex: 'not_stated', ageBand: 'unknown' });
  });

  it('keeps way and date of an answer only', () => {
    const answered = { ...newConsent(), scope: 'keep_copies', status: 'given', method: 'phone', date: '2026-03-02' };
    const unasked = { ...answered, id: newConsent().id, status: 'not_asked' };
    const { consents } = DisputeFields.parse(disputeInputOf({ ...dispute, consents: [answered, unasked] }));
    expect(consents.map(({ method, date }) => [method, date])).toEqual([
      ['phone', '2026-03-02'],
      [null, null],
    ]);
  });

  it('leaves out a property nobody typed into', () => {
    const typed = { ...newProperty(), type: 'house' };
    const { properties } = DisputeFields.parse(disputeInputOf({ ...dispute, properties: [newProperty(), typed] }));
    expect(properties).toMatchObject([{ type: 'house' }]);
  });

  it('sends nothing in the place of what is withheld', () => {
    const party = { ...newParty(true, true), name: null, sex: 'female', ageBand: 'age_30_44' };
    const input = DisputeFields.parse(
      disputeInputOf({
        ...dispute,
        parties: [party],
        properties: [{ ...newProperty(), description: null }],
        narrative: null,
      }),
    );
    expect(input).toMatchObject({ narrative: '', properties: [{ description: null }] });
    expect(input.parties[0]?.name).toBeNull();
  });
});

it('names a draft after the claimant', () => {
  const parties = [
    { ...newParty(false, true), role: 'respondent', name: 'علي' },
    { ...newParty(true, true), name: ' هدى ' },
  ];
  expect(claimantOf({ ...dispute, parties })).toBe('هدى');
  expect(claimantOf(dispute)).toBe('');
});

it('asks at the office that owns the case alone what a party needs care for', () => {
  expect([newParty(true, true).protection, newParty(true, false).protection]).toEqual([[], null]);
  const input = disputeInputOf({ ...emptyDispute(), mine: false, parties: [newParty(true, false)] });
  expect(input).toMatchObject({ parties: [{ protection: null }] });
  expect(input).not.toHaveProperty('mine');
});
