import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type AnyHoldingView, AssetCheckFields, FOUND_STATUS } from '#shared/contract/holdings.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { EntryForm, OfHolding } from './entry-screen.tsx';

type CheckForm = {
  readonly corrects: string | null;
  readonly date: string | null;
  readonly condition: string | null;
  readonly status: string | null;
  readonly note: string;
};

/** Tells in what state something was found, or with `corrects` corrects what was told. */
export function CheckScreen({ id, corrects = null }: { id: string; corrects?: string | null }) {
  return <OfHolding id={id}>{(view) => <Check view={view} corrects={corrects} />}</OfHolding>;
}

function Check({ view, corrects }: { view: AnyHoldingView; corrects: string | null }) {
  const { t } = useTranslation();
  const form = useRecordForm({
    draftForm: 'check',
    recordId: view.id,
    initial: () => newFormState(checkFormOf(view, corrects), view.heads),
    schema: AssetCheckFields,
    toInput: ({ corrects: _, ...fields }: CheckForm) => fields,
    draftTitle: () => t('holdings:check.draft', { name: view.name }),
  });
  const { fields, patch } = form;
  const check = useCommand('holdings.check');
  const title = fields.corrects === null ? 'holdings:check.title' : 'holdings:check.correctTitle';
  return (
    <EntryForm
      view={view}
      title={t(title, { name: view.name })}
      form={form}
      command={check}
      send={(input) =>
        check.run({ recordId: view.id, corrects: fields.corrects, fields: input, heads: form.state.heads ?? {} })
      }
    >
      <FormSection title={t('holdings:check.found')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <DateField
            label={t('holdings:check.date')}
            name="fields.date"
            value={fields.date}
            onChange={(date) => patch({ date })}
            required
          />
          <CodeField
            list="asset_condition"
            label={t('holdings:field.condition')}
            name="fields.condition"
            value={fields.condition}
            onChange={(condition) => patch({ condition })}
            required
          />
          <CodeField
            list="asset_status"
            label={t('holdings:field.status')}
            description={t('holdings:check.statusHint')}
            name="fields.status"
            value={fields.status}
            onChange={(status) => patch({ status })}
            only={({ code }) => isFoundStatus(code)}
            required
          />
          <LineField
            label={t('holdings:check.note')}
            description={t('holdings:check.noteHint')}
            name="fields.note"
            value={fields.note}
            onChange={(note) => patch({ note })}
          />
        </SimpleGrid>
      </FormSection>
    </EntryForm>
  );
}

const isFoundStatus = (code: string): boolean => (FOUND_STATUS as readonly string[]).includes(code);

/** What was handed over and is found at work is in use. */
function checkFormOf({ checks, condition, status }: AnyHoldingView, corrects: string | null): CheckForm {
  const wrong = corrects === null ? undefined : checks.find(({ id }) => id === corrects);
  if (wrong) return { corrects, date: wrong.date, condition: wrong.condition, status: wrong.status, note: wrong.note };
  const found = status === 'handed_over' ? 'in_use' : status;
  return { corrects: null, date: null, condition, status: isFoundStatus(found) ? found : null, note: '' };
}
