import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { outsiders } from '#shared/domain/training.ts';
import { needsReason } from '#shared/domain/training-faults.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { TrainingForm } from './training-form-model.ts';

type Props = { fields: TrainingForm; onChange: (reason: string) => void };

/** Stands there when something unlikely was entered, or a reason was given before: it asks why, and keeps the answer. */
export function ReasonField({ fields, onChange }: Props) {
  const { t } = useTranslation();
  const needed = needsReason(fields);
  const { men, notYoung } = outsiders(fields);
  if (fields.reason === null) return <WithheldField label={t('common:label.reason')} />;
  if (!needed && fields.reason === '') return null;
  return (
    <Stack gap={4}>
      <div role="status">
        {fields.status === 'cancelled' && <Text>{t('trainings:reason.cancelled')}</Text>}
        {men > 0 && <Text>{t('trainings:count.men', { count: men })}</Text>}
        {notYoung > 0 && <Text>{t('trainings:count.notYoung', { count: notYoung })}</Text>}
      </div>
      <LineField
        label={t('common:label.reason')}
        description={t('trainings:reason.hint')}
        name="fields.reason"
        value={fields.reason}
        onChange={onChange}
        required={needed}
      />
    </Stack>
  );
}
