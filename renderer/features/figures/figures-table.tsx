import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IndicatorFigures, IndicatorMeasure } from '#shared/contract/indicators.ts';
import { Identifier } from '#renderer/components/identifier.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { BesideFigure, FigureValue } from './figure-value.tsx';

type Row = { readonly code: string; readonly isFirst: boolean; readonly measure: IndicatorMeasure };

type Props = {
  label: string;
  indicators: readonly IndicatorFigures[];
  onOpen: (code: string) => void;
};

/** The totals of a family of indicators; each opens its break-downs. */
export function FiguresTable({ label, indicators, onOpen }: Props) {
  const { t } = useTranslation();
  const rows = indicators.flatMap(({ code, measures }) =>
    measures.map((measure, index): Row => ({ code, isFirst: index === 0, measure })),
  );
  const columns: readonly TableColumn<Row>[] = [
    {
      key: 'name',
      header: t('figures:column.figure'),
      cell: (row) => <MeasureName row={row} onOpen={onOpen} />,
    },
    {
      key: 'value',
      header: t('figures:column.value'),
      cell: ({ measure }) => measure.lines[0] && <FigureValue measure={measure} line={measure.lines[0]} />,
    },
    {
      key: 'numerator',
      header: t('figures:column.counted'),
      cell: ({ measure }) => <BesideFigure value={measure.lines[0]?.numerator ?? null} />,
    },
    {
      key: 'denominator',
      header: t('figures:column.of'),
      cell: ({ measure }) => <BesideFigure value={measure.lines[0]?.denominator ?? null} />,
    },
    {
      key: 'leftOut',
      header: t('figures:column.leftOut'),
      cell: ({ measure }) => <BesideFigure value={measure.lines[0]?.leftOut ?? null} />,
    },
  ];
  return <SimpleTable label={label} columns={columns} rows={rows} rowKey={({ measure }) => measure.key} />;
}

function MeasureName({ row: { code, isFirst, measure }, onOpen }: { row: Row; onOpen: (code: string) => void }) {
  const { t } = useTranslation();
  const name = t(`figures:measure.${measure.key}`);
  if (!isFirst) return name;
  return (
    <>
      <Identifier>{code}</Identifier>{' '}
      <Anchor
        component="button"
        type="button"
        ta="start"
        title={t('figures:open', { name })}
        onClick={() => onOpen(code)}
      >
        {name}
      </Anchor>
    </>
  );
}
