import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumStatute } from '#shared/contract/forums.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';

type Props = { statute: ForumStatute; onChange: (change: Partial<ForumStatute>) => void };

export function StatuteFieldset({ statute, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text c="dimmed">{t('forums:statute.hint')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <DateField
          label={t('forums:statute.adoptedOn')}
          name="fields.statute.adoptedOn"
          value={statute.adoptedOn}
          onChange={(adoptedOn) => onChange({ adoptedOn })}
        />
        <LineField
          label={t('forums:statute.order')}
          name="fields.statute.order"
          value={statute.order}
          onChange={(order) => onChange({ order })}
        />
        <LineField
          label={t('forums:statute.area')}
          name="fields.statute.area"
          value={statute.area}
          onChange={(area) => onChange({ area })}
        />
        <LineField
          label={t('forums:statute.usualMeeting')}
          description={t('forums:statute.usualMeetingHint')}
          name="fields.statute.usualMeeting"
          value={statute.usualMeeting}
          onChange={(usualMeeting) => onChange({ usualMeeting })}
        />
      </SimpleGrid>
      <PassageField
        label={t('forums:statute.aims')}
        name="fields.statute.aims"
        value={statute.aims}
        onChange={(aims) => onChange({ aims })}
        minRows={3}
      />
    </Stack>
  );
}
