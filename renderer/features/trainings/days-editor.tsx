import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { HoursField } from './hours-field.tsx';
import { type DayForm, newDay } from './training-form-model.ts';

type Props = { days: readonly DayForm[]; onChange: (days: readonly DayForm[]) => void };

export function DaysEditor({ days, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={days}
      onChange={onChange}
      path="fields.days"
      nameOf={(_, index) => t('trainings:day.row', { number: index + 1 })}
      addLabel={t('trainings:day.add')}
      makeRow={newDay}
      removeLabel={(name) => t('trainings:remove', { name })}
      emptyText={t('trainings:day.none')}
    >
      {(day, index, patch) => (
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
          <DateField
            label={t('trainings:day.date')}
            name={`fields.days.${index}.date`}
            value={day.date}
            onChange={(date) => patch({ date })}
            required
          />
          <HoursField
            label={t('trainings:day.hours')}
            description={t('trainings:day.hoursHint')}
            name={`fields.days.${index}.minutes`}
            value={day.minutes}
            onChange={(minutes) => patch({ minutes })}
            required
          />
          <LineField
            label={t('trainings:day.subject')}
            name={`fields.days.${index}.subject`}
            value={day.subject}
            onChange={(subject) => patch({ subject })}
          />
        </SimpleGrid>
      )}
    </RowsEditor>
  );
}
