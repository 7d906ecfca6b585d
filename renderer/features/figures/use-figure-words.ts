/** @file What the lines of a break-down are called. */
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

export type Figures = OutputOf<'indicators.compute'>;

/** Code lists that dimensions of another name take their words from. */
const listOf: Readonly<Record<string, string>> = { raised_in: 'meeting_type', raised_by: 'sex' };

const named = ['office', 'forum', 'donor'];
const placed = ['governorate', 'district'];
const worded = ['age_group', 'member_block', 'family', 'disability'];

/** Whence the word for a line comes: a place, a name, a sentence of ours, a code list. */
export type LineWord =
  | { readonly of: 'place'; readonly code: string }
  | { readonly of: 'text'; readonly text: string }
  | { readonly of: 'list'; readonly list: string; readonly code: string };

export function useLineWord({ names }: Pick<Figures, 'names'>): (dimension: string, value: string) => LineWord {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  return (dimension, value) => {
    if (dimension === 'all') return { of: 'text', text: t('figures:total') };
    if (value === '') return { of: 'text', text: t('figures:notStated') };
    if (placed.includes(dimension)) return { of: 'place', code: value };
    if (named.includes(dimension)) {
      const found = names.find(({ id }) => id === value)?.names;
      return { of: 'text', text: found?.[language] || found?.en || value };
    }
    if (worded.includes(dimension)) return { of: 'text', text: t(`figures:value.${value}`) };
    return { of: 'list', list: listOf[dimension] ?? dimension, code: value };
  };
}
