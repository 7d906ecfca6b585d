import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlaceView } from '#shared/contract/places.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { PlaceFieldset } from './place-fieldset.tsx';
import { emptyPlace, type PlaceForm, placeFormOf, placeInputOf, placeSchema } from './place-form-model.ts';
import { usePlaceWords } from './use-place-words.ts';
import { useReferenceFieldLabels } from './use-reference-field-labels.ts';

/** A new place, or with `id` the added place of that id. */
export function PlaceFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewPlace /> : <EditPlace id={id} />;
}

function NewPlace() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = usePlaceForm(null, '', () => newFormState(emptyPlace, null));
  const add = useCommand('places.add');
  return (
    <RecordForm
      title={t('reference:places.new')}
      form={form}
      command={add}
      fieldLabels={useReferenceFieldLabels()}
      onSave={async (fields) => {
        const saved = await add.run({ fields });
        return saved.ok ? () => navigate('/reference/places') : null;
      }}
      onCancel={() => navigate('/reference/places')}
    >
      <PlaceFieldset fields={form.fields} patch={form.patch} code="" />
    </RecordForm>
  );
}

function EditPlace({ id }: { id: string }) {
  const place = useCall('places.get', { placeId: id });
  return <QueryState of={place}>{(view) => <EditLoadedPlace view={view} />}</QueryState>;
}

function EditLoadedPlace({ view }: { view: PlaceView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = usePlaceWords();
  const form = usePlaceForm(view.id, view.code, () => newFormState(placeFormOf(view), view.heads));
  const edit = useCommand('places.edit');
  const close = () => navigate(`/reference/places/${view.id}`);
  return (
    <RecordForm
      title={t('reference:places.edit')}
      form={form}
      command={edit}
      fieldLabels={useReferenceFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ placeId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('places.get', { placeId: view.id });
          return answer.ok ? { fields: placeFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <PlaceFieldset fields={form.fields} patch={form.patch} code={view.code} />
    </RecordForm>
  );
}

function usePlaceForm(
  recordId: string | null,
  code: string,
  initial: Parameters<typeof useRecordForm<PlaceForm, ReturnType<typeof placeSchema>>>[0]['initial'],
) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const { all } = usePlaces();
  const schema = useMemo(() => placeSchema(all, code), [all, code]);
  return useRecordForm({
    draftForm: 'place',
    recordId,
    initial,
    schema,
    toInput: placeInputOf,
    draftTitle: ({ names }) => nameIn(names, language).trim() || t('reference:places.nameless'),
  });
}
