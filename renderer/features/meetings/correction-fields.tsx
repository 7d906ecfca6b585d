import { Alert, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PublicPassageField } from '#renderer/components/fields/public-passage-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import type { MeetingForm } from './meeting-form-model.ts';

type Props = { fields: MeetingForm; patch: (change: Partial<MeetingForm>) => void };

/** Why approved minutes are corrected, and on which day. */
export function CorrectionFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('meetings:correction.title')}>
      <Stack gap="sm">
        <Alert color="blue">{t('meetings:correction.explain')}</Alert>
        <PublicPassageField
          label={t('meetings:correction.reason')}
          name="fields.reason"
          value={fields.reason}
          onChange={(reason) => patch({ reason })}
          maxLength={2000}
          minRows={2}
          required
        />
        <DateField
          label={t('meetings:correction.on')}
          name="fields.correctedOn"
          value={fields.correctedOn}
          onChange={(correctedOn) => patch({ correctedOn })}
          required
        />
      </Stack>
    </FormSection>
  );
}
