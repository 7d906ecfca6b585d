import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SiteFields, type SiteView } from '#shared/contract/sites.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { SiteFieldset } from './site-fieldset.tsx';
import { emptySite, type SiteForm, siteFormOf, siteInputOf } from './site-form-model.ts';
import { useHoldingFieldLabels } from './use-holding-field-labels.ts';
import { useSiteWords } from './use-holding-words.tsx';

/** A new record, or with `id` the one of that id. */
export function SiteFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewSite /> : <EditSite id={id} />;
}

function NewSite() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useSiteForm(null, () => newFormState(emptySite, null));
  const create = useCommand('sites.create');
  return (
    <RecordForm
      title={t('holdings:form.newSite')}
      form={form}
      command={create}
      fieldLabels={useHoldingFieldLabels('site')}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate(`/sites/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/sites')}
    >
      <SiteFieldset fields={form.fields} patch={form.patch} self={null} />
    </RecordForm>
  );
}

function EditSite({ id }: { id: string }) {
  const read = useCall('sites.get', { siteId: id });
  return <QueryState of={read}>{(view) => <EditLoadedSite view={view} />}</QueryState>;
}

function EditLoadedSite({ view }: { view: SiteView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useSiteWords();
  const form = useSiteForm(view.id, () => newFormState(siteFormOf(view), view.heads));
  const edit = useCommand('sites.edit');
  const close = () => navigate(`/sites/${view.id}`);
  return (
    <RecordForm
      title={t('holdings:form.editSite')}
      form={form}
      command={edit}
      fieldLabels={useHoldingFieldLabels('site')}
      onSave={async (fields) => {
        const saved = await edit.run({ siteId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('sites.get', { siteId: view.id });
          return answer.ok ? { fields: siteFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <SiteFieldset fields={form.fields} patch={form.patch} self={view.id} />
    </RecordForm>
  );
}

function useSiteForm(
  recordId: string | null,
  initial: Parameters<typeof useRecordForm<SiteForm, typeof SiteFields>>[0]['initial'],
) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'site',
    recordId,
    initial,
    schema: SiteFields,
    toInput: siteInputOf,
    draftTitle: ({ name }) => name.trim() || t('holdings:form.nameless'),
  });
}
