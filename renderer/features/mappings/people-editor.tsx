import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountedPeopleFields } from '#renderer/components/fields/counted-people-fields.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newPeople, type PeopleForm } from './mapping-form-model.ts';

type Props = {
  group: string | null;
  people: readonly PeopleForm[];
  onChange: (people: readonly PeopleForm[]) => void;
};

export function PeopleEditor({ group, people, onChange }: Props) {
  const { t } = useTranslation();
  const labels = {
    sex: t('mappings:sheet.sex'),
    ageBand: t('mappings:sheet.ageBand'),
    count: t('mappings:people.count'),
  };
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
          <CountedPeopleFields
            path={`fields.participants.${index}`}
            labels={labels}
            value={line}
            onChange={patch}
            most={500}
          />
        )}
      </RowsEditor>
    </Stack>
  );
}
