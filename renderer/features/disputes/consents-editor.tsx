import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { type ConsentForm, isAnswered, newConsent } from './dispute-form-model.ts';

type Props = { consents: readonly ConsentForm[]; onChange: (consents: readonly ConsentForm[]) => void };

export function ConsentsEditor({ consents, onChange }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('consent_scope');
  // Those asked from the start keep their question; only an added one is chosen.
  const [asked] = useState(() => new Set(consents.map(({ id }) => id)));
  const scopes = consents.map(({ scope }) => scope);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('disputes:consent.hint')}</Text>
      <RowsEditor
        rows={consents}
        onChange={onChange}
        path="fields.consents"
        nameOf={({ scope }, index) =>
          (scope === null ? null : labelOf(scope)) ?? t('disputes:consent.row', { number: index + 1 })
        }
        addLabel={t('disputes:consent.add')}
        makeRow={newConsent}
        removeLabel={(name) => t('disputes:remove', { name })}
        emptyText={t('disputes:consent.none')}
      >
        {(consent, index, patch) => (
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 4 }} verticalSpacing="xs">
            {!asked.has(consent.id) && (
              <CodeField
                list="consent_scope"
                label={t('disputes:consent.scope')}
                name={`fields.consents.${index}.scope`}
                value={consent.scope}
                onChange={(scope) => patch({ scope })}
                only={({ code }) => code === consent.scope || !scopes.includes(code)}
                required
              />
            )}
            <AnswerFields consent={consent} path={`fields.consents.${index}`} patch={patch} />
          </SimpleGrid>
        )}
      </RowsEditor>
    </Stack>
  );
}

type FieldsProps = { consent: ConsentForm; path: string; patch: (change: Partial<ConsentForm>) => void };

function AnswerFields({ consent, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <CodeField
        list="consent_status"
        label={t('disputes:consent.status')}
        name={`${path}.status`}
        value={consent.status}
        onChange={(status) => patch({ status })}
        required
      />
      {isAnswered(consent) && (
        <>
          <CodeField
            list="consent_method"
            label={t('disputes:consent.method')}
            name={`${path}.method`}
            value={consent.method}
            onChange={(method) => patch({ method })}
            clearable
          />
          <DateField
            label={t('disputes:consent.date')}
            name={`${path}.date`}
            value={consent.date}
            onChange={(date) => patch({ date })}
          />
        </>
      )}
    </>
  );
}
