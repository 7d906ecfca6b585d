import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { CareField } from './care-field.tsx';
import { isPerson, newParty, type PartyForm } from './dispute-form-model.ts';

type Props = { parties: readonly PartyForm[]; mine: boolean; onChange: (parties: readonly PartyForm[]) => void };

export function PartiesEditor({ parties, mine, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('disputes:party.privacy')}</Text>
      <RowsEditor
        rows={parties}
        onChange={onChange}
        path="fields.parties"
        nameOf={(party, index) => party.name?.trim() || t('disputes:party.row', { number: index + 1 })}
        addLabel={t('disputes:party.add')}
        makeRow={() => newParty(parties.length === 0, mine)}
        removeLabel={(name) => t('disputes:remove', { name })}
        emptyText={t('disputes:party.none')}
      >
        {(party, index, patch) => <PartyFields party={party} path={`fields.parties.${index}`} patch={patch} />}
      </RowsEditor>
    </Stack>
  );
}

type FieldsProps = { party: PartyForm; path: string; patch: (change: Partial<PartyForm>) => void };

function PartyFields({ party, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <PersonFields party={party} path={path} patch={patch} />
      {party.protection === null ? (
        <WithheldField label={t('disputes:party.care')} />
      ) : (
        <CareField
          flags={party.protection}
          name={`${path}.protection`}
          onChange={(protection) => patch({ protection })}
        />
      )}
    </Stack>
  );
}

function PersonFields({ party, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} verticalSpacing="xs">
      <CodeField
        list="party_role"
        label={t('disputes:party.role')}
        name={`${path}.role`}
        value={party.role}
        onChange={(role) => patch({ role })}
        required
      />
      {party.name === null ? (
        <WithheldField label={t('disputes:party.name')} />
      ) : (
        <LineField
          label={t('disputes:party.name')}
          name={`${path}.name`}
          value={party.name}
          onChange={(name) => patch({ name })}
          maxLength={200}
          required
        />
      )}
      {party.name === null ? (
        <WithheldField label={t('disputes:party.phone')} />
      ) : (
        <LineField
          label={t('disputes:party.phone')}
          name={`${path}.phone`}
          value={party.phone}
          onChange={(phone) => patch({ phone })}
          maxLength={40}
          ltr
        />
      )}
      <CodeField
        list="party_kind"
        label={t('disputes:party.kind')}
        name={`${path}.kind`}
        value={party.kind}
        onChange={(kind) => patch({ kind })}
        required
      />
      {isPerson(party) && (
        <>
          <CodeField
            list="sex"
            label={t('disputes:party.sex')}
            name={`${path}.sex`}
            value={party.sex}
            onChange={(sex) => patch({ sex })}
            required
          />
          <CodeField
            list="age_band"
            label={t('disputes:party.ageBand')}
            name={`${path}.ageBand`}
            value={party.ageBand}
            onChange={(ageBand) => patch({ ageBand })}
            required
          />
        </>
      )}
    </SimpleGrid>
  );
}
