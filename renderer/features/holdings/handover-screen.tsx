import { Checkbox, SimpleGrid, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnyHoldingView, HandoverFields } from '#shared/contract/holdings.ts';
import { isBeforeAcquired } from '#shared/domain/holding-rules.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { SiteField } from '#renderer/components/fields/site-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { useSites } from '#renderer/components/use-sites.ts';
import { EntryForm, OfHolding } from './entry-screen.tsx';
import { type HandoverForm, handoverFormOf, handoverInputOf } from './handover-form-model.ts';

/** Hands a site or an asset over, or with `corrects` writes the entry that takes the place of that one. */
export function HandoverScreen({ id, corrects = null }: { id: string; corrects?: string | null }) {
  return <OfHolding id={id}>{(view) => <Handover view={view} corrects={corrects} />}</OfHolding>;
}

function Handover({ view, corrects }: { view: AnyHoldingView; corrects: string | null }) {
  const { t } = useTranslation();
  const schema = useMemo(() => notBefore(view.acquiredOn), [view.acquiredOn]);
  const form = useRecordForm({
    draftForm: 'handover',
    recordId: view.id,
    initial: () => newFormState(handoverFormOf(view, corrects), view.heads),
    schema,
    toInput: handoverInputOf,
    draftTitle: () => t('holdings:handover.draft', { name: view.name }),
  });
  const handOver = useCommand('holdings.handOver');
  const title = form.fields.corrects === null ? 'holdings:handover.title' : 'holdings:handover.correctTitle';
  return (
    <EntryForm
      view={view}
      title={t(title, { name: view.name })}
      form={form}
      command={handOver}
      send={(fields) =>
        handOver.run({
          recordId: view.id,
          corrects: form.fields.corrects,
          fields,
          heads: form.state.heads ?? {},
        })
      }
    >
      <Sides fields={form.fields} patch={form.patch} at={view.at} />
      <Signatures fields={form.fields} patch={form.patch} />
    </EntryForm>
  );
}

/** Nothing is handed over before it was acquired. */
const notBefore = (acquiredOn: string | null) =>
  HandoverFields.superRefine(({ date }, context) => {
    if (isBeforeAcquired(date, acquiredOn)) {
      context.addIssue({ code: 'custom', path: ['date'], message: 'field/before-acquired' });
    }
  });

type PartProps = { fields: HandoverForm; patch: (change: Partial<HandoverForm>) => void };

function Sides({ fields, patch, at }: PartProps & { at: AnyHoldingView['at'] }) {
  const { t } = useTranslation();
  const { of } = useSites();
  return (
    <FormSection title={t('holdings:handover.sides')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <DateField
          label={t('holdings:handover.date')}
          name="fields.date"
          value={fields.date}
          onChange={(date) => patch({ date })}
          required
        />
        <LineField
          label={t('holdings:handover.from')}
          description={t('holdings:handover.sideHint')}
          name="fields.from"
          value={fields.from}
          onChange={(from) => patch({ from })}
          required
        />
        {at === 'asset' && (
          <SiteField
            label={t('holdings:handover.toSite')}
            description={t('holdings:handover.toSiteHint')}
            name="fields.toSite"
            value={fields.toSite}
            onChange={(toSite) => patch({ toSite, to: toSite === null ? fields.to : (of(toSite)?.name ?? fields.to) })}
          />
        )}
        <LineField
          label={t('holdings:handover.to')}
          description={t('holdings:handover.sideHint')}
          name="fields.to"
          value={fields.to}
          onChange={(to) => patch({ to })}
          required
        />
      </SimpleGrid>
    </FormSection>
  );
}

function Signatures({ fields, patch }: PartProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('holdings:handover.signatures')}>
      <Text c="dimmed">{t('holdings:handover.privacy')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <LineField
          label={t('holdings:handover.giver')}
          name="fields.giver"
          value={fields.giver}
          onChange={(giver) => patch({ giver })}
          maxLength={200}
          required
        />
        <LineField
          label={t('holdings:handover.giverRole')}
          name="fields.giverRole"
          value={fields.giverRole}
          onChange={(giverRole) => patch({ giverRole })}
        />
        <LineField
          label={t('holdings:handover.receiver')}
          name="fields.receiver"
          value={fields.receiver}
          onChange={(receiver) => patch({ receiver })}
          maxLength={200}
          required
        />
        <LineField
          label={t('holdings:handover.receiverRole')}
          name="fields.receiverRole"
          value={fields.receiverRole}
          onChange={(receiverRole) => patch({ receiverRole })}
        />
        <LineField
          label={t('holdings:handover.witness')}
          name="fields.witness"
          value={fields.witness}
          onChange={(witness) => patch({ witness })}
          maxLength={200}
        />
      </SimpleGrid>
      <Checkbox
        label={t('holdings:handover.signed')}
        description={t('holdings:handover.signedHint')}
        checked={fields.signed}
        onChange={(event) => patch({ signed: event.currentTarget.checked })}
      />
      {!fields.signed && (
        <LineField
          label={t('holdings:handover.unsignedWhy')}
          name="fields.unsignedWhy"
          value={fields.unsignedWhy}
          onChange={(unsignedWhy) => patch({ unsignedWhy })}
          required
        />
      )}
    </FormSection>
  );
}
