import { Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';
import { type Counts, shareOnTime, shownStates } from './promise-counts.ts';
import { usePromiseWords } from './use-promise-words.ts';

/** All promises together, one figure each. */
export function PromiseFigures({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePromiseWords();
  if (counts.made === 0) return <Text>{t('actions:promises.none')}</Text>;
  const share = shareOnTime(counts);
  const figures = [
    { key: 'made', label: t('actions:promises.made'), figure: format.number(counts.made), bad: false },
    {
      key: 'share',
      label: t('actions:promises.share'),
      figure: share === null ? '–' : format.percent(share),
      bad: false,
    },
    ...shownStates.map((state) => ({
      key: state,
      label: words[state],
      figure: format.number(counts[state]),
      bad: state === 'late' && counts.late > 0,
    })),
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} m={0}>
      {figures.map(({ key, label, figure, bad }) => (
        <Paper key={key} withBorder p="sm">
          <Text component="dt" c="dimmed" size="sm">
            {label}
          </Text>
          <Text component="dd" m={0} fw={600} size="xl" c={bad ? 'var(--mantine-color-error)' : undefined}>
            {figure}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
