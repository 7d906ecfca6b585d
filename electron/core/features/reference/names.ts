/** @file Names in three languages as records keep them and as the contract tells them. */
import type { JsonObject } from '#core/changes/canonical.ts';
import { textIn } from '#core/changes/record-values.ts';
import type { Names } from '#shared/domain/partner.ts';

export const namesToValue = (names: Names): JsonObject => ({
  en: names.en,
  ar: names['ar-IQ'],
  ckb: names['ckb-IQ'],
});

export const valueToNames = (value: JsonObject | null) => ({
  en: textIn(value, 'en'),
  'ar-IQ': textIn(value, 'ar'),
  'ckb-IQ': textIn(value, 'ckb'),
});

export const rowToNames = (row: { readonly name_en: string; readonly name_ar: string; readonly name_ckb: string }) => ({
  en: row.name_en,
  'ar-IQ': row.name_ar,
  'ckb-IQ': row.name_ckb,
});
