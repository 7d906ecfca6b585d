import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountedPeopleFields } from '#renderer/components/fields/counted-people-fields.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type GuestForm, newGuests } from './meeting-form-model.ts';

type Props = { guests: readonly GuestForm[]; onChange: (guests: readonly GuestForm[]) => void };

export function GuestsEditor({ guests, onChange }: Props) {
  const { t } = useTranslation();
  const labels = {
    sex: t('meetings:guest.sex'),
    ageBand: t('meetings:guest.ageBand'),
    count: t('meetings:guest.count'),
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('meetings:guest.hint')}</Text>
      <RowsEditor
        rows={guests}
        onChange={onChange}
        path="fields.guests"
        nameOf={(_, index) => t('meetings:guest.row', { number: index + 1 })}
        addLabel={t('meetings:guest.add')}
        makeRow={newGuests}
        removeLabel={(name) => t('meetings:remove', { name })}
        emptyText={t('meetings:guest.none')}
      >
        {(guest, index, patch) => (
          <CountedPeopleFields
            path={`fields.guests.${index}`}
            labels={labels}
            value={guest}
            onChange={patch}
            most={10_000}
          />
        )}
      </RowsEditor>
    </Stack>
  );
}
