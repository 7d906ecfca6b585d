import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mappings.ts';
import { shareOf, TALLY_DIMENSIONS } from '#shared/domain/mapping-tally.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { CountText } from '#renderer/components/count-text.tsx';
import { DimensionValue, useDimensionWord } from './dimension-value.tsx';
import { useQuestionWord } from './use-mapping-choices.ts';

type Row = NonNullable<MappingView['answers']>[number] & { readonly leftOut?: number };

type Props = { answers: readonly Row[] | null; below: number };

/** Each question with its share, by everything people are told apart by. */
export function AnswersPanel({ answers, below }: Props) {
  const { t } = useTranslation();
  const dimensionWord = useDimensionWord();
  const [dimension, setDimension] = useState('all');
  if (answers === null) return <Text c="dimmed">{t('mappings:answers.notClosed')}</Text>;
  if (answers.length === 0) return <Text c="dimmed">{t('mappings:answers.none')}</Text>;
  return (
    <Stack gap="sm">
      <ChoiceField
        label={t('mappings:answers.by')}
        choices={TALLY_DIMENSIONS.map((value) => ({ value, label: dimensionWord(value) }))}
        value={dimension}
        onChange={(chosen) => setDimension(chosen ?? 'all')}
      />
      <AnswersTable rows={answers.filter((row) => row.dimension === dimension)} isBroken={dimension !== 'all'} />
      <ReportDifference answers={answers} />
      <Text c="dimmed">{t('mappings:count.rule', { count: below })}</Text>
    </Stack>
  );
}

function AnswersTable({ rows, isBroken }: { rows: readonly Row[]; isBroken: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const question = useQuestionWord();
  const isSummed = rows.some(({ leftOut }) => leftOut !== undefined && leftOut > 0);
  const columns: readonly TableColumn<Row>[] = [
    { key: 'question', header: t('mappings:answers.question'), cell: ({ measure }) => question(measure) },
    ...(isBroken
      ? [
          {
            key: 'who',
            header: t('mappings:answers.who'),
            cell: ({ dimension, value }: Row) => <DimensionValue dimension={dimension} value={value} />,
          },
        ]
      : []),
    {
      key: 'share',
      header: t('mappings:answers.share'),
      cell: (row) => {
        const share = shareOf(row);
        return share === null ? '–' : format.percent(share);
      },
    },
    { key: 'high', header: t('mappings:answers.high'), cell: ({ high }) => <CountText value={high} /> },
    { key: 'of', header: t('mappings:answers.of'), cell: ({ of }) => <CountText value={of} /> },
    { key: 'left', header: t('mappings:answers.left'), cell: ({ left }) => <CountText value={left} /> },
    ...(isSummed
      ? [
          {
            key: 'leftOut',
            header: t('mappings:answers.leftOut'),
            cell: ({ leftOut = 0 }: Row) => format.number(leftOut),
          },
        ]
      : []),
  ];
  return (
    <SimpleTable
      label={t('mappings:answers.table')}
      columns={columns}
      rows={rows}
      rowKey={({ measure, dimension, value }) => `${measure} ${dimension} ${value}`}
    />
  );
}

/** Whether a woman officer makes a difference, where both shares are shown. */
function ReportDifference({ answers }: { answers: readonly Row[] }) {
  const { t } = useTranslation();
  const share = (measure: string): number | null => {
    const row = answers.find((one) => one.measure === measure && one.dimension === 'all');
    return row === undefined ? null : shareOf(row);
  };
  const [alone, withWoman] = [share('report'), share('report_woman')];
  if (alone === null || withWoman === null) return null;
  return (
    <Text>
      {t('mappings:answers.difference', {
        alone: alone / 1000,
        withWoman: withWoman / 1000,
        points: Math.round((withWoman - alone) / 10),
      })}
    </Text>
  );
}
