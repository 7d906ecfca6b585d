import { expect, it } from 'vitest';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { emptyPlace, placeInputOf, placeSchema } from './place-form-model.ts';

const names = { en: 'Nasr', 'ar-IQ': 'النصر', 'ckb-IQ': 'نەسر' };
const typed = {
  ...emptyPlace,
  names,
  level: '3',
  parent: 'IQG13Q01',
  position: { lat: 35_300_000, lon: 43_700_000 },
  authority: 'federal',
};
const own = 'IQG13Q01-AAAAAA';
const place = (code: string, parent: string | null, level: number) => ({
  code,
  parent,
  level,
  names,
  lat: 35.3,
  lon: 43.7,
});
const places = [
  place('IQ', null, 0),
  place('IQG13', 'IQ', 1),
  place('IQG13Q01', 'IQG13', 2),
  place(own, 'IQG13Q01', 3),
  place('IQG13Q01-BBBBBB', own, 4),
];

it.each([
  ['near the seat of its district', {}, null],
  ['of a level that its surroundings have', { level: '2' }, { 'fields.parent': 'field/not-within' }],
  ['of a level that lies in it already', { level: '4' }, { 'fields.parent': 'field/not-within' }],
  ['far away', { position: { lat: 30_500_000, lon: 47_780_000 } }, { 'fields.farReason': 'field/required' }],
  ['far away, with a reason', { position: { lat: 30_500_000, lon: 47_780_000 }, farReason: 'x' }, null],
])('a place %s is judged at its field', (_, change, wrong) => {
  const judged = checkFields(placeSchema(places, own), placeInputOf({ ...typed, ...change }));
  expect(judged.ok ? null : judged.error).toEqual(wrong);
});
