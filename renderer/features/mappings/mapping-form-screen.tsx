import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { MappingFields, type MappingForm as StoredMapping } from '#shared/contract/mappings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { MappingFieldset } from './mapping-fieldset.tsx';
import { emptyMapping, type MappingForm, mappingFormOf, mappingInputOf } from './mapping-form-model.ts';
import { useMappingFieldLabels } from './use-mapping-field-labels.ts';
import { useMappingWords } from './use-mapping-words.tsx';

/** A new session, or with `id` the session of that id. */
export function MappingFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewMapping /> : <EditMapping id={id} />;
}

function NewMapping() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useMappingForm(null, () => newFormState(emptyMapping, null));
  const create = useCommand('mappings.create');
  return (
    <RecordForm
      title={t('mappings:form.new')}
      form={form}
      command={create}
      fieldLabels={useMappingFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate(`/mappings/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/mappings')}
    >
      <MappingFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditMapping({ id }: { id: string }) {
  const mapping = useCall('mappings.form', { mappingId: id });
  return <QueryState of={mapping}>{(stored) => <EditLoadedMapping id={id} stored={stored} />}</QueryState>;
}

function EditLoadedMapping({ id, stored }: { id: string; stored: StoredMapping }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useMappingWords();
  const form = useMappingForm(id, () => newFormState(mappingFormOf(stored), stored.heads));
  const edit = useCommand('mappings.edit');
  const close = () => navigate(`/mappings/${id}`);
  return (
    <RecordForm
      title={t('mappings:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useMappingFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ mappingId: id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('mappings.form', { mappingId: id });
          return answer.ok ? { fields: mappingFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <MappingFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function useMappingForm(recordId: string | null, initial: () => FormState<MappingForm>) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'mapping',
    recordId,
    initial,
    schema: MappingFields,
    toInput: mappingInputOf,
    // Neither place nor group: drafts are listed on the first screen.
    draftTitle: ({ date }) => (date === null ? t('mappings:form.draft') : t('mappings:form.draftOf', { date })),
  });
}
