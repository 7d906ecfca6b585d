import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '#shared/contract/mappings.ts';
import { answersToCompare, changeOfShare, shareOf } from '#shared/domain/mapping-tally.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { CountText } from '#renderer/components/count-text.tsx';
import { DimensionValue } from './dimension-value.tsx';
import { useQuestionWord } from './use-mapping-choices.ts';

type Cell = RoundView['answers'][number];
type Compared = { readonly key: string; readonly now: Cell; readonly before: Cell };

/** How shares changed since an earlier round: for everybody and by sex, where both cells have answers enough. */
export function RoundsCompared({ round, rounds }: { round: RoundView; rounds: readonly RoundView[] }) {
  const { t } = useTranslation();
  const others = rounds.filter((one) => one.round !== round.round);
  const [chosen, setChosen] = useState<string | null>(null);
  const earlier = others.find((one) => one.round < round.round) ?? others[0];
  const before = others.find((one) => String(one.round) === chosen) ?? earlier;
  if (!before) return <Text c="dimmed">{t('mappings:change.onlyOne')}</Text>;
  return (
    <Stack gap="sm">
      <Text>{t('mappings:change.rule', { count: answersToCompare })}</Text>
      <ChoiceField
        label={t('mappings:change.with')}
        choices={others.map((one) => ({
          value: String(one.round),
          label: t('mappings:rounds.oneDay', { round: one.round, from: one.from }),
        }))}
        value={String(before.round)}
        onChange={setChosen}
      />
      <ChangeTable rows={cellsOfBoth(round, before)} />
    </Stack>
  );
}

const keyOf = ({ measure, dimension, value }: Cell): string => `${measure} ${dimension} ${value}`;

function cellsOfBoth(now: RoundView, before: RoundView): readonly Compared[] {
  const earlier = new Map(before.answers.map((cell) => [keyOf(cell), cell]));
  return now.answers
    .filter(({ dimension }) => dimension === 'all' || dimension === 'sex')
    .flatMap((cell) => {
      const other = earlier.get(keyOf(cell));
      return other ? [{ key: keyOf(cell), now: cell, before: other }] : [];
    });
}

function ChangeTable({ rows }: { rows: readonly Compared[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const question = useQuestionWord();
  const side = (cell: Cell) => {
    const share = shareOf(cell);
    return (
      <>
        {share === null ? '–' : format.percent(share)} (<CountText value={cell.of} />)
      </>
    );
  };
  const columns: readonly TableColumn<Compared>[] = [
    { key: 'question', header: t('mappings:answers.question'), cell: ({ now }) => question(now.measure) },
    { key: 'who', header: t('mappings:answers.who'), cell: ({ now }) => <DimensionValue {...now} /> },
    { key: 'before', header: t('mappings:change.before'), cell: ({ before }) => side(before) },
    { key: 'now', header: t('mappings:change.now'), cell: ({ now }) => side(now) },
    {
      key: 'change',
      header: t('mappings:change.change'),
      cell: ({ before, now }) => <Change change={changeOfShare(before, now)} />,
    },
  ];
  if (rows.length === 0) return <Text c="dimmed">{t('mappings:change.nothing')}</Text>;
  return <SimpleTable label={t('mappings:change.table')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

/** In words, not by colour or sign alone. */
function Change({ change }: { change: number | null }) {
  const { t } = useTranslation();
  if (change === null) return <Text c="dimmed">{t('mappings:change.tooFew')}</Text>;
  const points = Math.round(Math.abs(change) / 10);
  if (points === 0) return <>{t('mappings:change.same')}</>;
  return (
    <>{change > 0 ? t('mappings:change.more', { count: points }) : t('mappings:change.less', { count: points })}</>
  );
}
