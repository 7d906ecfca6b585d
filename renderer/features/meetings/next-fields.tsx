import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import type { MeetingForm } from './meeting-form-model.ts';

type Props = { next: MeetingForm['next']; onChange: (next: MeetingForm['next']) => void };

export function NextFields({ next, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <DateField
        label={t('meetings:next.date')}
        name="fields.next.date"
        value={next.date}
        onChange={(date) => onChange({ ...next, date })}
      />
      <LineField
        label={t('meetings:next.venue')}
        name="fields.next.venue"
        value={next.venue}
        onChange={(venue) => onChange({ ...next, venue })}
      />
    </SimpleGrid>
  );
}
