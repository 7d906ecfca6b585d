import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '#shared/contract/rules.ts';
import { isInBounds, RULES } from '#shared/domain/rules.ts';
import { isCalendarDate } from '#shared/text/dates.ts';
import { type FieldErrors, useCommand } from '#renderer/client/use-command.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { useDraft } from '#renderer/components/use-draft.ts';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';
import { useRuleWords } from './use-rule-words.ts';

type Props = { rule: RuleRow; onClose: () => void };
type Fields = { readonly value: number | null; readonly since: string | null };

/** Sets a value of one rule from a day on, and shows what was set before. */
export function RuleDialog({ rule, onClose }: Props) {
  const { t } = useTranslation();
  const say = useNotice();
  const { labelOf, hintOf, valueText } = useRuleWords();
  const { unit, min, max } = RULES[rule.key];
  // People think in per cent; a rule keeps per mille.
  const scale = unit === 'ratio' ? 10 : 1;
  const bounds = { min: Math.ceil(min / scale), max: Math.floor(max / scale) };
  const [{ value, since }, setFields] = useState<Fields>({ value: null, since: today() });
  const patch = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }));
  const draft = useDraft('rule', null, { value, since }, setFields, labelOf(rule.key), rule.key);
  const [wrong, setWrong] = useState<FieldErrors>({});
  const set = useCommand('rules.set');
  const isWrong = wrong.value === 'field/bad-number' && Number.isNaN(value);

  async function act(): Promise<void> {
    const found = faultsOf(rule, value === null ? null : value * scale, since);
    setWrong(found);
    if (Object.keys(found).length > 0 || value === null || since === null) return;
    const done = await set.run({ key: rule.key, since, value: value * scale });
    if (!done.ok) return;
    draft.clear();
    say(t('reference:set.saved'));
    onClose();
  }

  return (
    <DialogForm
      title={labelOf(rule.key)}
      onClose={onClose}
      act={t('reference:set.act')}
      onAct={() => void act()}
      draft={draft}
      busy={set.busy}
      error={set.error}
      fieldErrors={wrong}
    >
      <Text>{hintOf(rule.key)}</Text>
      <NumberField
        label={unit === 'ratio' ? t('reference:set.percent') : t('reference:set.value')}
        description={t('reference:set.bounds', { min: valueText(rule.key, min), max: valueText(rule.key, max) })}
        name="value"
        required
        value={value}
        onChange={(typed) => patch({ value: typed })}
        {...bounds}
        error={isWrong ? t('fields:number.wrong', bounds) : undefined}
      />
      <DateField
        label={t('reference:set.since')}
        name="since"
        required
        value={since}
        onChange={(day) => patch({ since: day })}
      />
      <Earlier rule={rule} />
    </DialogForm>
  );
}

function faultsOf({ key, periods }: RuleRow, value: number | null, since: string | null): FieldErrors {
  return {
    ...(value === null && { value: 'field/required' }),
    ...(value !== null && !isInBounds(key, value) && { value: 'field/bad-number' }),
    ...(since === null && { since: 'field/required' }),
    ...(since !== null && !isCalendarDate(since) && { since: 'field/impossible-date' }),
    ...(periods.some((period) => period.since === since) && { since: 'field/day-taken' }),
  };
}

function Earlier({ rule }: { rule: RuleRow }) {
  const { t } = useTranslation();
  const { valueText } = useRuleWords();
  const say = useNotice();
  const withdraw = useCommand('rules.withdraw');
  if (rule.periods.length === 0) return <Text c="dimmed">{t('reference:set.earlierNone')}</Text>;
  return (
    <Stack gap="xs">
      <SimpleTable
        label={t('reference:set.earlier')}
        columns={[
          {
            key: 'since',
            header: t('reference:set.since'),
            cell: ({ since }) => <DateText value={since} />,
          },
          { key: 'value', header: t('reference:group.period'), cell: ({ value }) => valueText(rule.key, value) },
          {
            key: 'withdraw',
            header: '',
            cell: ({ id, recordId, since }) => (
              <Button
                variant="default"
                size="xs"
                loading={withdraw.busy}
                aria-label={t('reference:set.withdrawName', { day: since })}
                onClick={async () => {
                  const heads = rule.heads[recordId] ?? {};
                  const done = await withdraw.run({ ruleId: recordId, periodId: id, heads });
                  if (done.ok) say(t('reference:set.withdrawn'));
                }}
              >
                {t('reference:set.withdraw')}
              </Button>
            ),
          },
        ]}
        rows={rule.periods}
        rowKey={({ id }) => id}
      />
      {withdraw.error && <FailureNotice error={withdraw.error} />}
    </Stack>
  );
}
