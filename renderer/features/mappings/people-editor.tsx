import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newPeople, type PeopleForm } from './mapping-form-model.ts';

type Props = {
  group: string | null;
  people: readonly PeopleForm[];
  onChange: (people: readonly PeopleForm[]) => void;
};

export function PeopleEditor({ group, people, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mappings:people.hint')}</Text>
      <RowsEditor
        rows={people}
        onChange={onChange}
        path="fields.participants"
        nameOf={(_, index) => t('mappings:people.row', { number: index + 1 })}
        addLabel={t('mappings:people.add')}
        makeRow={() => newPeople(group)}
        removeLabel={(name) => t('mappings:remove', { name })}
        emptyText={t('mappings:people.none')}
      >
        {(line, index, patch) => (
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <CodeField
              list="sex"
              label={t('mappings:sheet.sex')}
              name={`fields.participants.${index}.sex`}
              value={line.sex}
              onChange={(sex) => patch({ sex })}
              required
            />
            <CodeField
              list="age_band"
              label={t('mappings:sheet.ageBand')}
              name={`fields.participants.${index}.ageBand`}
              value={line.ageBand}
              onChange={(ageBand) => patch({ ageBand })}
              required
            />
            <NumberField
              label={t('mappings:people.count')}
              name={`fields.participants.${index}.count`}
              value={line.count}
              onChange={(count) => patch({ count })}
              min={1}
              max={500}
              required
            />
          </SimpleGrid>
        )}
      </RowsEditor>
    </Stack>
  );
}
