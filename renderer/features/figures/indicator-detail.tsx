import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndicatorFigures, IndicatorLine, IndicatorMeasure } from '#shared/contract/indicators.ts';
import { Identifier } from '#renderer/components/identifier.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { BesideFigure, FigureValue } from './figure-value.tsx';
import { LineWord } from './line-word.tsx';
import { type Figures, useLineWord } from './use-figure-words.ts';

type Props = { figures: Figures; indicator: IndicatorFigures; onBack: () => void };

/** One indicator: what it says, how far it holds, and each measure with all its break-downs. */
export function IndicatorDetail({ figures, indicator, onBack }: Props) {
  const { t } = useTranslation();
  const { code, stands, measures } = indicator;
  return (
    <Stack gap="md" align="stretch">
      <div>
        <Button variant="default" onClick={onBack}>
          {t('figures:back')}
        </Button>
      </div>
      <Title order={2} size="h3">
        <Identifier>{code}</Identifier> {t(`figures:measure.${code}`)}
      </Title>
      <Text>{t(`figures:meaning.${code}`)}</Text>
      {stands === 'partly' && <Text c="dimmed">{t('figures:partly')}</Text>}
      {measures.map((measure) => (
        <MeasureSection key={measure.key} figures={figures} measure={measure} />
      ))}
    </Stack>
  );
}

function MeasureSection({ figures, measure }: { figures: Figures; measure: IndicatorMeasure }) {
  const { t } = useTranslation();
  const shown = measure.dimensions.filter((dimension) => measure.lines.some((line) => line.dimension === dimension));
  const total = measure.lines.filter(({ dimension }) => dimension === 'all');
  const withheld = total[0]?.withheld ?? 0;
  return (
    <FormSection title={t(`figures:measure.${measure.key}`)}>
      {measure.mayRepeat && <Text c="dimmed">{t('figures:mayRepeat')}</Text>}
      {withheld > 0 && <Text c="dimmed">{t('figures:withheld', { cells: withheld })}</Text>}
      <LinesTable figures={figures} measure={measure} label={t('figures:total')} lines={total} />
      {shown.map((dimension) => (
        <Stack key={dimension} gap="xs">
          {measure.overlapping.includes(dimension) && <Text c="dimmed">{t('figures:overlapping')}</Text>}
          <LinesTable
            figures={figures}
            measure={measure}
            label={t(`figures:dimension.${dimension}`)}
            lines={measure.lines.filter((line) => line.dimension === dimension)}
          />
        </Stack>
      ))}
    </FormSection>
  );
}

type TableProps = { figures: Figures; measure: IndicatorMeasure; label: string; lines: readonly IndicatorLine[] };

function LinesTable({ figures, measure, label, lines }: TableProps) {
  const { t } = useTranslation();
  const wordOf = useLineWord(figures);
  const columns: readonly TableColumn<IndicatorLine>[] = [
    {
      key: 'line',
      header: label,
      cell: ({ dimension, value }) => <LineWord word={wordOf(dimension, value)} />,
    },
    {
      key: 'value',
      header: t('figures:column.value'),
      cell: (line) => <FigureValue measure={measure} line={line} />,
    },
    {
      key: 'numerator',
      header: t('figures:column.counted'),
      cell: ({ numerator }) => <BesideFigure value={numerator} />,
    },
    {
      key: 'denominator',
      header: t('figures:column.of'),
      cell: ({ denominator }) => <BesideFigure value={denominator} />,
    },
    {
      key: 'leftOut',
      header: t('figures:column.leftOut'),
      cell: ({ leftOut }) => <BesideFigure value={leftOut} />,
    },
  ];
  const name = `${t(`figures:measure.${measure.key}`)}: ${label}`;
  return <SimpleTable label={name} columns={columns} rows={lines} rowKey={({ value }) => value} />;
}
