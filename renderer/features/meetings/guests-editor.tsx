import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type GuestForm, newGuests } from './meeting-form-model.ts';

type Props = { guests: readonly GuestForm[]; onChange: (guests: readonly GuestForm[]) => void };

export function GuestsEditor({ guests, onChange }: Props) {
  const { t } = useTranslation();
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
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <CodeField
              list="sex"
              label={t('meetings:guest.sex')}
              name={`fields.guests.${index}.sex`}
              value={guest.sex}
              onChange={(sex) => patch({ sex })}
              required
            />
            <CodeField
              list="age_band"
              label={t('meetings:guest.ageBand')}
              name={`fields.guests.${index}.ageBand`}
              value={guest.ageBand}
              onChange={(ageBand) => patch({ ageBand })}
              required
            />
            <NumberField
              label={t('meetings:guest.count')}
              name={`fields.guests.${index}.count`}
              value={guest.count}
              onChange={(count) => patch({ count })}
              min={1}
              max={10_000}
              required
            />
          </SimpleGrid>
        )}
      </RowsEditor>
    </Stack>
  );
}
