import { Alert, Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { ForumMembersButton } from './forum-members-button.tsx';
import { namesTwice, newParticipant, type ParticipantForm } from './training-form-model.ts';
import { useTrainingChoices } from './use-training-choices.ts';

type Props = {
  /** Where the training is held for a forum, its members can be taken over. */
  forum: string | null;
  participants: readonly ParticipantForm[];
  onChange: (participants: readonly ParticipantForm[]) => void;
};

export function ParticipantsEditor({ forum, participants, onChange }: Props) {
  const { t } = useTranslation();
  const twice = namesTwice(participants);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('trainings:participant.privacy')}</Text>
      {twice.length > 0 && <Alert color="orange">{t('trainings:participant.twice', { names: twice })}</Alert>}
      {forum !== null && (
        <ForumMembersButton
          forumId={forum}
          participants={participants}
          onAdd={(added) => onChange([...participants, ...added])}
        />
      )}
      <RowsEditor
        rows={participants}
        onChange={onChange}
        path="fields.participants"
        nameOf={(row, index) =>
          (!row.anonymous && row.name?.trim()) || t('trainings:participant.row', { number: index + 1 })
        }
        addLabel={t('trainings:participant.add')}
        makeRow={newParticipant}
        removeLabel={(name) => t('trainings:remove', { name })}
        emptyText={t('trainings:participant.none')}
      >
        {(row, index, patch) => <ParticipantFields row={row} path={`fields.participants.${index}`} patch={patch} />}
      </RowsEditor>
    </Stack>
  );
}

type FieldsProps = { row: ParticipantForm; path: string; patch: (change: Partial<ParticipantForm>) => void };

function ParticipantFields({ row, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  const { disability } = useTrainingChoices();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="xs">
        {!row.anonymous && <NameFields row={row} path={path} patch={patch} />}
        <CodeField
          list="sex"
          label={t('trainings:person.sex')}
          name={`${path}.sex`}
          value={row.sex}
          onChange={(sex) => patch({ sex })}
          required
        />
        <CodeField
          list="age_band"
          label={t('trainings:person.ageBand')}
          name={`${path}.ageBand`}
          value={row.ageBand}
          onChange={(ageBand) => patch({ ageBand })}
          required
        />
        <CodeField
          list="displacement_status"
          label={t('trainings:person.displacement')}
          name={`${path}.displacement`}
          value={row.displacement}
          onChange={(displacement) => patch({ displacement })}
          required
        />
        <LineField
          label={t('trainings:person.institution')}
          name={`${path}.institution`}
          value={row.institution}
          onChange={(institution) => patch({ institution })}
        />
        {row.disability === null ? (
          <WithheldField label={t('trainings:person.disability')} />
        ) : (
          <ChoiceField
            label={t('trainings:person.disability')}
            name={`${path}.disability`}
            choices={disability.choices}
            value={row.disability}
            onChange={(answer) => patch({ disability: answer ?? 'not_asked' })}
          />
        )}
      </SimpleGrid>
      <Checkbox
        label={t('trainings:participant.anonymous')}
        checked={row.anonymous}
        onChange={(event) => {
          const anonymous = event.currentTarget.checked;
          patch({ anonymous, ...(anonymous || row.name !== null ? {} : { name: '' }) });
        }}
      />
    </Stack>
  );
}

function NameFields({ row, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  if (row.name === null) return <WithheldField label={t('trainings:participant.name')} />;
  return (
    <>
      <LineField
        label={t('trainings:participant.name')}
        name={`${path}.name`}
        value={row.name}
        onChange={(name) => patch({ name })}
        maxLength={200}
        required
      />
      <LineField
        label={t('trainings:participant.phone')}
        name={`${path}.phone`}
        value={row.phone}
        onChange={(phone) => patch({ phone })}
        maxLength={40}
        ltr
      />
    </>
  );
}
