import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { AssetFields, type AssetView } from '#shared/contract/assets.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { AssetFieldset } from './asset-fieldset.tsx';
import { emptyAsset, type AssetForm, assetFormOf, assetInputOf } from './asset-form-model.ts';
import { useHoldingFieldLabels } from './use-holding-field-labels.ts';
import { useAssetWords } from './use-holding-words.tsx';

/** A new record, or with `id` the one of that id. */
export function AssetFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewAsset /> : <EditAsset id={id} />;
}

function NewAsset() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useAssetForm(null, () => newFormState(emptyAsset, null));
  const create = useCommand('assets.create');
  return (
    <RecordForm
      title={t('holdings:form.newAsset')}
      form={form}
      command={create}
      fieldLabels={useHoldingFieldLabels('asset')}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate(`/assets/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/assets')}
    >
      <AssetFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditAsset({ id }: { id: string }) {
  const read = useCall('assets.get', { assetId: id });
  return <QueryState of={read}>{(view) => <EditLoadedAsset view={view} />}</QueryState>;
}

function EditLoadedAsset({ view }: { view: AssetView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useAssetWords();
  const form = useAssetForm(view.id, () => newFormState(assetFormOf(view), view.heads));
  const edit = useCommand('assets.edit');
  const close = () => navigate(`/assets/${view.id}`);
  return (
    <RecordForm
      title={t('holdings:form.editAsset')}
      form={form}
      command={edit}
      fieldLabels={useHoldingFieldLabels('asset')}
      onSave={async (fields) => {
        const saved = await edit.run({ assetId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('assets.get', { assetId: view.id });
          return answer.ok ? { fields: assetFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <AssetFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function useAssetForm(
  recordId: string | null,
  initial: Parameters<typeof useRecordForm<AssetForm, typeof AssetFields>>[0]['initial'],
) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'asset',
    recordId,
    initial,
    schema: AssetFields,
    toInput: assetInputOf,
    draftTitle: ({ name }) => name.trim() || t('holdings:form.nameless'),
  });
}
