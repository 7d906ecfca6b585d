import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AnyHoldingView, IncidentFields } from '#shared/contract/holdings.ts';
import { isLossKind } from '#shared/domain/holding-rules.ts';
import { INCIDENT_KINDS } from '#shared/domain/infrastructure.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { EntryForm, OfHolding } from './entry-screen.tsx';
import { useIncidentKinds } from './use-incident-kinds.ts';

type IncidentForm = {
  readonly corrects: string | null;
  readonly date: string | null;
  readonly kind: string | null;
  readonly policeReport: string;
  readonly text: string;
};

/** Tells of an accident, a loss and the like, or with `corrects` corrects what was told. */
export function IncidentScreen({ id, corrects = null }: { id: string; corrects?: string | null }) {
  return <OfHolding id={id}>{(view) => <Incident view={view} corrects={corrects} />}</OfHolding>;
}

function Incident({ view, corrects }: { view: AnyHoldingView; corrects: string | null }) {
  const { t } = useTranslation();
  const kindLabel = useIncidentKinds();
  const form = useRecordForm({
    draftForm: 'incident',
    recordId: view.id,
    initial: () => newFormState(incidentFormOf(view, corrects), view.heads),
    schema: IncidentFields,
    toInput: ({ corrects: _, ...fields }: IncidentForm) => fields,
    draftTitle: () => t('holdings:incident.draft', { name: view.name }),
  });
  const { fields, patch } = form;
  const report = useCommand('holdings.report');
  const title = fields.corrects === null ? 'holdings:incident.title' : 'holdings:incident.correctTitle';
  return (
    <EntryForm
      view={view}
      title={t(title, { name: view.name })}
      form={form}
      command={report}
      send={(input) =>
        report.run({ recordId: view.id, corrects: fields.corrects, fields: input, heads: form.state.heads ?? {} })
      }
    >
      <FormSection title={t('holdings:incident.what')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <DateField
            label={t('holdings:incident.date')}
            name="fields.date"
            value={fields.date}
            onChange={(date) => patch({ date })}
            required
          />
          <ChoiceField
            label={t('holdings:incident.kind')}
            name="fields.kind"
            choices={INCIDENT_KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) }))}
            value={fields.kind}
            onChange={(kind) => patch({ kind })}
            required
          />
          <LineField
            label={t('holdings:field.policeReport')}
            description={t('holdings:incident.reportHint')}
            name="fields.policeReport"
            value={fields.policeReport}
            onChange={(policeReport) => patch({ policeReport })}
            required={isLossKind(fields.kind ?? '')}
          />
        </SimpleGrid>
        <Text c="dimmed">{t('holdings:incident.privacy')}</Text>
        <PassageField
          label={t('holdings:incident.text')}
          name="fields.text"
          value={fields.text}
          onChange={(text) => patch({ text })}
          required
        />
      </FormSection>
    </EntryForm>
  );
}

function incidentFormOf({ incidents }: AnyHoldingView, corrects: string | null): IncidentForm {
  const wrong = corrects === null ? undefined : incidents.find(({ id }) => id === corrects);
  if (!wrong) return { corrects: null, date: null, kind: null, policeReport: '', text: '' };
  return { corrects, date: wrong.date, kind: wrong.kind, policeReport: wrong.policeReport, text: wrong.text ?? '' };
}
