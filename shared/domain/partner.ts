/** @file Authorities, donors and organisations that the programme works with: reference data of the directorate. */
import type { Language } from '#shared/text/languages.ts';

export const PARTNER_KINDS = ['authority', 'donor', 'implementing', 'other'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Any of them may be empty, never all three. */
export type Names = Readonly<Record<Language, string>>;

const fallback: Readonly<Record<Language, readonly Language[]>> = {
  'ar-IQ': ['ckb-IQ', 'en'],
  'ckb-IQ': ['ar-IQ', 'en'],
  en: ['ar-IQ', 'ckb-IQ'],
};

/** The name in a language, else in the one that its readers are most likely to read too. */
export const nameIn = (names: Names, language: Language): string =>
  names[language] || (fallback[language].map((other) => names[other]).find((name) => name !== '') ?? '');
