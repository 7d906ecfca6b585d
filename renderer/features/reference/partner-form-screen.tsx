import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { PartnerFields, type PartnerView } from '#shared/contract/partners.ts';
import { nameIn, PARTNER_KINDS } from '#shared/domain/partner.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { NamesFieldset } from './names-fieldset.tsx';
import { emptyPartner, type PartnerForm, partnerFormOf } from './partner-form-model.ts';
import { useKindWord } from './use-kind-word.ts';
import { usePartnerWords } from './use-partner-words.ts';
import { useReferenceFieldLabels } from './use-reference-field-labels.ts';

/** A new partner, or with `id` the partner of that id. */
export function PartnerFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewPartner /> : <EditPartner id={id} />;
}

function NewPartner() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = usePartnerForm(null, () => newFormState(emptyPartner, null));
  const create = useCommand('partners.create');
  return (
    <RecordForm
      title={t('reference:partners.new')}
      form={form}
      command={create}
      fieldLabels={useReferenceFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate('/reference/partners') : null;
      }}
      onCancel={() => navigate('/reference/partners')}
    >
      <PartnerFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditPartner({ id }: { id: string }) {
  const partner = useCall('partners.get', { partnerId: id });
  return <QueryState of={partner}>{(view) => <EditLoadedPartner view={view} />}</QueryState>;
}

function EditLoadedPartner({ view }: { view: PartnerView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = usePartnerWords();
  const form = usePartnerForm(view.id, () => newFormState(partnerFormOf(view), view.heads));
  const edit = useCommand('partners.edit');
  const close = () => navigate(`/reference/partners/${view.id}`);
  return (
    <RecordForm
      title={t('reference:partners.edit')}
      form={form}
      command={edit}
      fieldLabels={useReferenceFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ partnerId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('partners.get', { partnerId: view.id });
          return answer.ok ? { fields: partnerFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <PartnerFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function usePartnerForm(
  recordId: string | null,
  initial: Parameters<typeof useRecordForm<PartnerForm, typeof PartnerFields>>[0]['initial'],
) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  return useRecordForm({
    draftForm: 'partner',
    recordId,
    initial,
    schema: PartnerFields,
    toInput: (fields) => fields,
    draftTitle: ({ names }) => nameIn(names, language).trim() || t('reference:partners.nameless'),
  });
}

type FieldsetProps = { fields: PartnerForm; patch: (change: Partial<PartnerForm>) => void };

function PartnerFieldset({ fields, patch }: FieldsetProps) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  return (
    <>
      <NamesFieldset names={fields.names} onChange={(names) => patch({ names })} />
      <FormSection title={t('reference:section.about')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <ChoiceField
            label={t('reference:field.kind')}
            name="fields.kind"
            required
            choices={PARTNER_KINDS.map((kind) => ({ value: kind, label: kindWord(kind) }))}
            value={fields.kind}
            onChange={(kind) => patch({ kind })}
          />
          <LineField
            label={t('reference:field.note')}
            description={t('reference:field.noteHint')}
            name="fields.note"
            required={fields.kind === 'other'}
            value={fields.note}
            onChange={(note) => patch({ note })}
          />
        </SimpleGrid>
        <Checkbox
          label={t('reference:field.active')}
          description={t('reference:field.activeHint')}
          checked={fields.active}
          onChange={(event) => patch({ active: event.currentTarget.checked })}
        />
      </FormSection>
    </>
  );
}
