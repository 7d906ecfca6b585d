import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { DisputeFields, type DisputeView } from '#shared/contract/disputes.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { DisputeFieldset } from './dispute-fieldset.tsx';
import { claimantOf, type DisputeForm, disputeFormOf, disputeInputOf, emptyDispute } from './dispute-form-model.ts';
import { useDisputeFieldLabels } from './use-dispute-field-labels.ts';
import { useDisputeWords } from './use-dispute-words.tsx';

/** Opens a dispute, or with `id` edits the dispute of that id. */
export function DisputeFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewDispute /> : <EditDispute id={id} />;
}

function NewDispute() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useDisputeForm(null, () => newFormState(emptyDispute(), null));
  const open = useCommand('disputes.open');
  return (
    <RecordForm
      title={t('disputes:form.new')}
      form={form}
      command={open}
      fieldLabels={useDisputeFieldLabels()}
      onSave={async (fields) => {
        const saved = await open.run({ fields });
        return saved.ok ? () => navigate(`/disputes/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/disputes')}
    >
      <DisputeFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditDispute({ id }: { id: string }) {
  const dispute = useCall('disputes.get', { disputeId: id });
  return (
    <QueryState of={dispute}>
      {(view) => (view.may.edit || view.may.correct ? <EditLoadedDispute view={view} /> : <Locked id={id} />)}
    </QueryState>
  );
}

/** Offered to another office, handed over, or of another office: nothing is written to it here. */
function Locked({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('transfers:locked.title')}
      text={t('transfers:locked.text')}
      action={
        <Button component="a" href={`#/disputes/${id}`}>
          {t('transfers:locked.back')}
        </Button>
      }
    />
  );
}

function EditLoadedDispute({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useDisputeWords();
  const form = useDisputeForm(view.id, () => newFormState(disputeFormOf(view), view.heads));
  const edit = useCommand('disputes.edit');
  const close = () => navigate(`/disputes/${view.id}`);
  return (
    <RecordForm
      title={t('disputes:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useDisputeFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ disputeId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('disputes.get', { disputeId: view.id });
          return answer.ok ? { fields: disputeFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <DisputeFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function useDisputeForm(recordId: string | null, initial: () => FormState<DisputeForm>) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'dispute',
    recordId,
    initial,
    schema: DisputeFields,
    toInput: disputeInputOf,
    draftTitle: (fields) => claimantOf(fields) || t('disputes:form.nameless'),
  });
}
