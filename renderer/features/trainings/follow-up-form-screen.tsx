import { NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TrainingFollowUp, type TrainingView } from '#shared/contract/trainings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { type FollowUpForm, followUpFormOf, followUpInputOf } from './follow-up-form-model.ts';
import { ParticipantText } from './participant-text.tsx';
import { useParticipantName } from './use-participant-name.ts';
import { useTrainingChoices } from './use-training-choices.ts';
import { useTrainingWords } from './use-training-words.tsx';

/** What became of it three months later. */
export function FollowUpFormScreen({ id }: { id: string }) {
  const training = useCall('trainings.get', { trainingId: id });
  return <QueryState of={training}>{(view) => <FollowUpOf view={view} />}</QueryState>;
}

function FollowUpOf({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useTrainingWords();
  const followUp = useCommand('trainings.followUp');
  const form = useRecordForm({
    draftForm: 'training-follow-up',
    recordId: view.id,
    initial: () => newFormState(followUpFormOf(view), view.heads),
    schema: TrainingFollowUp,
    toInput: followUpInputOf,
    draftTitle: () => view.title,
  });
  const close = () => navigate(`/trainings/${view.id}`);
  return (
    <RecordForm
      title={t('trainings:followUp.title')}
      form={form}
      command={followUp}
      fieldLabels={(path) => (path.endsWith('.date') ? t('trainings:followUp.date') : t('trainings:followUp.outcome'))}
      onSave={async (fields) => {
        const saved = await followUp.run({ trainingId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('trainings.get', { trainingId: view.id });
          return answer.ok ? { fields: followUpFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <FormSection title={view.title}>
        <FollowUpFields view={view} fields={form.fields} patch={form.patch} errors={form.fieldErrors} />
      </FormSection>
    </RecordForm>
  );
}

type Props = {
  view: TrainingView;
  fields: FollowUpForm;
  patch: (change: Partial<FollowUpForm>) => void;
  errors: Readonly<Record<string, string>>;
};

function FollowUpFields({ view, fields, patch, errors }: Props) {
  const { t } = useTranslation();
  // One day stands for all answers of this round, so it stands for their faults too.
  const faulty = Object.keys(errors).find((path) => path.endsWith('.date'));
  return (
    <Stack>
      <Text c="dimmed">{t('trainings:followUp.hint')}</Text>
      <DateField
        label={t('trainings:followUp.date')}
        name={faulty ?? 'fields.answers.0.date'}
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <OutcomeTable
        view={view}
        outcomes={fields.outcomes}
        onChange={(participant, outcome) => {
          const { [participant]: _, ...others } = fields.outcomes;
          patch({ outcomes: outcome === '' ? others : { ...others, [participant]: outcome } });
        }}
      />
      {fields.note === null ? (
        <WithheldField label={t('trainings:followUp.note')} />
      ) : (
        <PassageField
          label={t('trainings:followUp.note')}
          description={t('trainings:followUp.noteHint')}
          name="fields.note"
          value={fields.note}
          onChange={(note) => patch({ note })}
        />
      )}
    </Stack>
  );
}

type TableProps = {
  view: TrainingView;
  outcomes: Readonly<Record<string, string>>;
  onChange: (participant: string, outcome: string) => void;
};

function OutcomeTable({ view, outcomes, onChange }: TableProps) {
  const { t } = useTranslation();
  const nameOf = useParticipantName();
  const { outcome } = useTrainingChoices();
  if (view.participants.length === 0) return <Text>{t('trainings:participant.none')}</Text>;
  return (
    <Table aria-label={t('trainings:followUp.table')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('trainings:participant.one')}</Table.Th>
          <Table.Th scope="col">{t('trainings:followUp.outcome')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.participants.map((row, index) => (
          <Table.Tr key={row.id}>
            <Table.Th scope="row" fw={500}>
              <ParticipantText row={row} index={index} />
            </Table.Th>
            <Table.Td>
              <NativeSelect
                aria-label={t('trainings:followUp.outcomeOf', { name: nameOf(row, index) })}
                data={[{ value: '', label: t('trainings:outcome.none') }, ...outcome.choices]}
                value={outcomes[row.id] ?? ''}
                onChange={(event) => onChange(row.id, event.currentTarget.value)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
