import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TrainingResults, type TrainingView } from '#shared/contract/trainings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { AttendanceGrid } from './attendance-grid.tsx';
import { resultsFormOf, resultsInputOf } from './results-form-model.ts';
import { useParticipantName } from './use-participant-name.ts';
import { useTrainingWords } from './use-training-words.tsx';

/** Who was there on which day, and how the tests went. */
export function ResultsFormScreen({ id }: { id: string }) {
  const training = useCall('trainings.get', { trainingId: id });
  return <QueryState of={training}>{(view) => <ResultsForm view={view} />}</QueryState>;
}

function ResultsForm({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useTrainingWords();
  const labelOf = useResultLabels(view);
  const record = useCommand('trainings.record');
  const form = useRecordForm({
    draftForm: 'training-results',
    recordId: view.id,
    initial: () => newFormState(resultsFormOf(view), view.heads),
    schema: TrainingResults,
    toInput: (fields) => resultsInputOf(fields, view.participants),
    draftTitle: () => view.title,
  });
  const close = () => navigate(`/trainings/${view.id}`);
  return (
    <RecordForm
      title={t('trainings:results.title')}
      form={form}
      command={record}
      fieldLabels={labelOf}
      onSave={async (fields) => {
        const saved = await record.run({ trainingId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('trainings.get', { trainingId: view.id });
          return answer.ok ? { fields: resultsFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <FormSection title={view.title}>
        <Text c="dimmed">{t('trainings:results.hint')}</Text>
        {view.days.length === 0 && <Text>{t('trainings:day.none')}</Text>}
        {view.participants.length === 0 ? (
          <Text>{t('trainings:participant.none')}</Text>
        ) : (
          <AttendanceGrid view={view} fields={form.fields} patch={form.patch} />
        )}
      </FormSection>
    </RecordForm>
  );
}

/** Tests stand in the order of the participants. */
function useResultLabels(view: TrainingView): (path: string) => string | undefined {
  const { t } = useTranslation();
  const nameOf = useParticipantName();
  return (path) => {
    const [, field, index = '', part] = path.split('.');
    const row = view.participants[Number(index)];
    if (field !== 'tests' || row === undefined) return t('trainings:results.title');
    const name = nameOf(row, Number(index));
    return part === 'pre' ? t('trainings:results.preOf', { name }) : t('trainings:results.postOf', { name });
  };
}
