import { useTranslation } from 'react-i18next';
import { SHEET_FIELDS, sheetField, type SheetKind } from '#shared/domain/sheet-fields.ts';

/** Fields of a kind with the words that its form has for them. */
export function useSheetFields(kind: SheetKind) {
  const { t } = useTranslation();
  const word = (key: string): string => t(sheetField(kind, key)?.words ?? '');
  return {
    fields: SHEET_FIELDS[kind].map(({ key, required }) => ({ key, label: word(key), required: required === true })),
    word,
  };
}
