import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Advice, compositionAdvice, compositionOf, type Measure, shareOf } from '#shared/domain/composition.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import type { RuleValues } from '#shared/domain/rules.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable } from '#renderer/components/simple-table.tsx';
import { useRules } from '#renderer/components/use-rules.ts';

/** Who sits in the forum against the targets in force: advice, never a block. */
export function ForumComposition({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const rules = useRules();
  const composition = compositionOf(forum.members);
  if (rules === null || composition.members === 0) return null;
  const advice = compositionAdvice(composition, rules);
  return (
    <FormSection title={t('forums:section.composition')}>
      <Measures forum={forum} rules={rules} />
      {advice.length === 0 ? (
        <Text>{t('forums:advice.none')}</Text>
      ) : (
        <Alert color="blue" title={t('forums:advice.title')}>
          <List>
            {advice.map((one) => (
              <List.Item key={one.key}>
                <AdviceText advice={one} />
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </FormSection>
  );
}

type Row = { readonly key: string; readonly label: string; readonly measure: Measure; readonly target: string };

function Measures({ forum, rules }: { forum: ForumView; rules: RuleValues }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { women, youth, police, displaced, leaders } = compositionOf(forum.members);
  const atLeast = (ratio: number) => t('forums:composition.atLeast', { share: ratio / 1000 });
  const rows: readonly Row[] = [
    {
      key: 'women',
      label: t('forums:composition.women'),
      measure: women,
      target: atLeast(rules.forumWomenTargetRatio),
    },
    { key: 'leaders', label: t('forums:composition.leaders'), measure: leaders, target: t('forums:composition.one') },
    {
      key: 'youth',
      label: t('forums:composition.youth'),
      measure: youth,
      target: atLeast(rules.forumYouthTargetRatio),
    },
    {
      key: 'police',
      label: t('forums:composition.police'),
      measure: police,
      target: t('forums:composition.atMost', { share: rules.forumPoliceMaxRatio / 1000 }),
    },
    {
      key: 'displaced',
      label: t('forums:composition.displaced'),
      measure: displaced,
      target: t('forums:composition.whereTheyLive'),
    },
  ];
  const share = (measure: Measure): string => {
    const perMille = shareOf(measure);
    return perMille === null ? '–' : format.percent(perMille);
  };
  return (
    <Stack gap={4}>
      <SimpleTable
        label={t('forums:section.composition')}
        columns={[
          { key: 'who', header: t('forums:composition.who'), cell: ({ label }) => label },
          {
            key: 'count',
            header: t('forums:composition.count'),
            cell: ({ measure: { count, of } }) => t('forums:composition.of', { n: count, of }),
          },
          { key: 'share', header: t('forums:composition.share'), cell: ({ measure }) => share(measure) },
          { key: 'target', header: t('forums:composition.target'), cell: ({ target }) => target },
          {
            key: 'unknown',
            header: t('forums:composition.unknown'),
            cell: ({ measure: { unknown } }) => format.number(unknown),
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      <Text size="sm" c="dimmed">
        {t('forums:composition.hint')}
      </Text>
    </Stack>
  );
}

function AdviceText({ advice: { key, count, of, target } }: { advice: Advice }) {
  const { t } = useTranslation();
  // To one decimal: 29.5 % is below 30 %, and must not read as 30 %.
  const share = (shareOf({ count, of }) ?? 0) / 1000;
  switch (key) {
    case 'fewMembers':
      return t('forums:advice.fewMembers', { n: count, target });
    case 'manyMembers':
      return t('forums:advice.manyMembers', { n: count, target });
    case 'noChair':
      return t('forums:advice.noChair');
    case 'fewWomen':
      return t('forums:advice.fewWomen', { share, target: target / 1000 });
    case 'noWomanLeads':
      return t('forums:advice.noWomanLeads');
    case 'fewYouth':
      return t('forums:advice.fewYouth', { share, target: target / 1000 });
    case 'muchPolice':
      return t('forums:advice.muchPolice', { share, target: target / 1000 });
    case 'noDisplaced':
      return t('forums:advice.noDisplaced');
  }
}
