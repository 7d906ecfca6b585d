import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { TrainingFields, type TrainingView } from '#shared/contract/trainings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { TrainingFieldset } from './training-fieldset.tsx';
import { emptyTraining, type TrainingForm, trainingFormOf, trainingInputOf } from './training-form-model.ts';
import { useTrainingFieldLabels } from './use-training-field-labels.ts';
import { useTrainingWords } from './use-training-words.tsx';

/** A new training, or with `id` the training of that id. */
export function TrainingFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewTraining /> : <EditTraining id={id} />;
}

function NewTraining() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useTrainingForm(null, () => newFormState(emptyTraining, null));
  const create = useCommand('trainings.create');
  return (
    <RecordForm
      title={t('trainings:form.new')}
      form={form}
      command={create}
      fieldLabels={useTrainingFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate(`/trainings/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/trainings')}
    >
      <TrainingFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditTraining({ id }: { id: string }) {
  const training = useCall('trainings.get', { trainingId: id });
  return <QueryState of={training}>{(view) => <EditLoadedTraining view={view} />}</QueryState>;
}

function EditLoadedTraining({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useTrainingWords();
  const form = useTrainingForm(view.id, () => newFormState(trainingFormOf(view), view.heads));
  const edit = useCommand('trainings.edit');
  const close = () => navigate(`/trainings/${view.id}`);
  return (
    <RecordForm
      title={t('trainings:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useTrainingFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ trainingId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('trainings.get', { trainingId: view.id });
          return answer.ok ? { fields: trainingFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <TrainingFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function useTrainingForm(recordId: string | null, initial: () => FormState<TrainingForm>) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'training',
    recordId,
    initial,
    schema: TrainingFields,
    toInput: trainingInputOf,
    draftTitle: ({ title }) => title.trim() || t('trainings:form.nameless'),
  });
}
