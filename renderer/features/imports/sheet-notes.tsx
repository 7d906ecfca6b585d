import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetReport } from '#shared/contract/imports.ts';

/** What can be brought in and may still be amiss. */
export function SheetNotes({ notes }: { notes: SheetReport['notes'] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  const text = ({ code, column, row, count }: SheetReport['notes'][number]): string => {
    switch (code) {
      case 'number-as-mark':
        return t('imports:notes.numberAsMark', { column, row, count });
      case 'zero-lost':
        return t('imports:notes.zeroLost', { column, row, count });
      case 'windows-1256':
        return t('imports:notes.windows1256');
    }
  };
  return (
    <Alert color="yellow" title={t('imports:notes.title')} role="status">
      <List>
        {notes.map((note) => (
          <List.Item key={`${note.code} ${note.column}`}>{text(note)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
