import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '#shared/contract/rules.ts';
import { RULE_AREAS, RULES, type RuleArea, type RuleKey } from '#shared/domain/rules.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { useMayWriteReference } from './use-may-write.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Every rule value that holds today, since when, and what is shipped. */
export function RulesScreen() {
  const { t } = useTranslation();
  const mayWrite = useMayWriteReference();
  const [opened, setOpened] = useState<RuleKey | null>(null);
  const rules = useCall('rules.get', { day: today() });
  return (
    <Stack>
      <PageTitle title={t('reference:rules.title')} />
      <Text>{mayWrite ? t('reference:rules.explain') : t('reference:rules.explainOffice')}</Text>
      <QueryState of={rules}>
        {(rows) => (
          <>
            {RULE_AREAS.map((area) => (
              <AreaSection key={area} area={area} rows={rows} onOpen={mayWrite ? setOpened : null} />
            ))}
            {rows
              .filter(({ key }) => key === opened)
              .map((row) => (
                <RuleDialog key={row.key} rule={row} onClose={() => setOpened(null)} />
              ))}
          </>
        )}
      </QueryState>
    </Stack>
  );
}

type AreaProps = { area: RuleArea; rows: readonly RuleRow[]; onOpen: ((key: RuleKey) => void) | null };

function AreaSection({ area, rows, onOpen }: AreaProps) {
  const { t } = useTranslation();
  const columns = useColumns(onOpen);
  const title = t(`reference:area.${area}`);
  return (
    <FormSection title={title}>
      <SimpleTable
        label={title}
        columns={columns}
        rows={rows.filter(({ key }) => RULES[key].area === area)}
        rowKey={({ key }) => key}
      />
    </FormSection>
  );
}

function useColumns(onOpen: AreaProps['onOpen']): readonly TableColumn<RuleRow>[] {
  const { t } = useTranslation();
  const { labelOf, hintOf, valueText } = useRuleWords();
  const shown: readonly TableColumn<RuleRow>[] = [
    {
      key: 'rule',
      header: t('reference:rules.name'),
      cell: ({ key }) => (
        <>
          {labelOf(key)}
          <Text size="sm" c="dimmed" maw={420}>
            {hintOf(key)}
          </Text>
        </>
      ),
    },
    {
      key: 'value',
      header: t('reference:rules.value'),
      cell: (rule) => (
        <>
          <Text fw={600}>{valueText(rule.key, rule.value)}</Text>
          {upcomingOf(rule).map(({ id, since, value }) => (
            <Text key={id} size="sm">
              {t('reference:rules.upcoming', { day: since, value: valueText(rule.key, value) })}
            </Text>
          ))}
        </>
      ),
    },
    {
      key: 'since',
      header: t('reference:rules.since'),
      cell: ({ since }) => (since === null ? t('reference:rules.isDefault') : <DateText value={since} />),
    },
    {
      key: 'default',
      header: t('reference:rules.default'),
      cell: ({ key }) => valueText(key, RULES[key].default),
    },
  ];
  if (onOpen === null) return shown;
  return [
    ...shown,
    {
      key: 'set',
      header: '',
      cell: ({ key }) => (
        <Button
          variant="default"
          aria-label={t('reference:rules.open', { rule: labelOf(key) })}
          onClick={() => onOpen(key)}
        >
          {t('reference:rules.set')}
        </Button>
      ),
    },
  ];
}

/** Set already, for a day that has not come yet. */
const upcomingOf = ({ periods }: RuleRow) => periods.filter(({ since }) => since > today());
