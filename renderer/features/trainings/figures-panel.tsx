import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { shareOf } from '#shared/domain/composition.ts';
import { isAwareness } from '#shared/domain/training.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useHours } from './use-training-choices.ts';

type BySex = TrainingView['figures']['trained']['bySex'];
type Line = { readonly key: string; readonly label: string; readonly total: number; readonly bySex: BySex };

/** The figures of the programme that this one training gives. */
export function FiguresPanel({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const { trained, reached, minutes } = view.figures;
  if (view.status !== 'held') return <Text c="dimmed">{t('trainings:figures.notYet')}</Text>;
  const lines: readonly Line[] = isAwareness(view.mode)
    ? [{ key: 'reached', label: t('trainings:figures.reached'), ...reached }]
    : [
        { key: 'trained', label: t('trainings:figures.trained'), ...trained },
        { key: 'minutes', label: t('trainings:figures.hours'), ...minutes },
      ];
  return (
    <Stack gap="sm">
      <FigureTable lines={lines} />
      <Gain view={view} />
    </Stack>
  );
}

function FigureTable({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = useHours();
  // Of those whose sex is known.
  const womenShare = ({ female, male }: BySex): string => {
    const share = shareOf({ count: female, of: female + male });
    return share === null ? '–' : format.percent(share);
  };
  const told = (line: Line, value: number) => (line.key === 'minutes' ? hours(value) : format.number(value));
  const columns: readonly TableColumn<Line>[] = [
    { key: 'label', header: t('trainings:figures.figure'), cell: ({ label }) => label },
    { key: 'total', header: t('trainings:figures.total'), cell: (line) => told(line, line.total) },
    { key: 'women', header: t('trainings:figures.women'), cell: (line) => told(line, line.bySex.female) },
    { key: 'men', header: t('trainings:figures.men'), cell: (line) => told(line, line.bySex.male) },
    { key: 'unknown', header: t('trainings:figures.unknown'), cell: (line) => told(line, line.bySex.unknown) },
    { key: 'share', header: t('trainings:figures.womenShare'), cell: ({ bySex }) => womenShare(bySex) },
  ];
  return <SimpleTable label={t('trainings:figures.table')} columns={columns} rows={lines} rowKey={({ key }) => key} />;
}

function Gain({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { both, meanTenths, reachedGoal } = view.figures.gain;
  const young = view.figures.trained.youth;
  const facts = [
    ...(isAwareness(view.mode) ? [] : [{ label: t('trainings:figures.youth'), value: format.number(young) }]),
    ...(meanTenths === null
      ? []
      : [
          {
            label: t('trainings:figures.gain'),
            value: t('trainings:figures.points', { points: format.number(meanTenths / 10) }),
          },
          {
            label: t('trainings:figures.reachedGoal'),
            value: t('trainings:figures.shareOf', {
              part: reachedGoal,
              whole: both,
              percent: format.percent(shareOf({ count: reachedGoal, of: both }) ?? 0),
            }),
          },
        ]),
  ];
  return (
    <>
      {facts.length > 0 && <Facts facts={facts} />}
      {meanTenths === null && !isAwareness(view.mode) && <Text c="dimmed">{t('trainings:figures.noTests')}</Text>}
    </>
  );
}
