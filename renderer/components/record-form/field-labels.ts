import type { TFunction } from 'i18next';

export type Labels = Readonly<Record<string, string>>;

/** By the name of a list: what its rows are called, and the fields of a row. */
export type RowLabels = Readonly<Record<string, { readonly row: (number: number) => string; readonly fields: Labels }>>;

/** Words for the path of a field (`fields.days.0.date`), for the summary above the form; `top`: fields outside of lists. */
export const fieldLabels =
  (t: TFunction, top: Labels, rows: RowLabels) =>
  (path: string): string | undefined => {
    const [, field = '', index, part = ''] = path.split('.');
    const of = rows[field];
    if (index === undefined || of === undefined) return top[field];
    return t('common:record.fieldOfRow', { row: of.row(Number(index) + 1), field: of.fields[part] ?? '' });
  };
