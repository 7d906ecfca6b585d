import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Summary } from './projection.ts';

/** How reference data with names in three languages stands in tables and lists; no longer offered: not `active`. */
export function namedIn(values: RecordValues) {
  const names = values.one('names');
  const [en, ar, ckb] = [textIn(names, 'en'), textIn(names, 'ar'), textIn(names, 'ckb')];
  const columns = {
    name_en: en,
    name_ar: ar,
    name_ckb: ckb,
    active: values.one('active')?.active === false ? 0 : 1,
  };
  const summary: Pick<Summary, 'title' | 'found'> = { title: ar || ckb || en, found: [ckb, en] };
  return { columns, summary };
}
