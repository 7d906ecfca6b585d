import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable } from '#renderer/components/simple-table.tsx';

type Election = ForumView['elections'][number];

/** Latest first. Nothing is drawn where there was none. */
export function ForumElections({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  if (forum.elections.length === 0) return null;
  return (
    <FormSection title={t('forums:section.elections')} conflict={inConflict(forum, 'election', 'candidateName')}>
      <Stack gap="lg">
        {forum.elections.map((election) => (
          <ElectionResult key={election.id} election={election} forum={forum} />
        ))}
      </Stack>
    </FormSection>
  );
}

function ElectionResult({ election, forum }: { election: Election; forum: ForumView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = (one: Election['candidates'][number]): string | null =>
    one.member === null
      ? one.name
      : (forum.members.find(({ id }) => id === one.member)?.name ??
        forum.holders.find(({ member }) => member === one.member)?.name ??
        null);
  return (
    <Stack gap={4}>
      <Title order={3} size="h5">
        <CodeLabel list="forum_role" code={election.role} />
      </Title>
      <Group gap="md">
        <DateText value={election.on} />
        <Text>
          {election.voters === null
            ? election.counted
              ? t('forums:election.countedShort')
              : t('forums:election.agreed')
            : t('forums:count.voters', { count: election.voters })}
        </Text>
      </Group>
      {election.reason !== '' && <Text>{t('forums:election.reasonLine', { reason: election.reason })}</Text>}
      <SimpleTable
        label={t('forums:candidate.title')}
        columns={[
          { key: 'name', header: t('forums:member.name'), cell: (one) => <PersonText value={nameOf(one)} /> },
          { key: 'sex', header: t('forums:member.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
          {
            key: 'votes',
            header: t('forums:candidate.votes'),
            cell: ({ votes }) => (votes === null ? '–' : format.number(votes)),
          },
          {
            key: 'result',
            header: t('forums:candidate.result'),
            cell: ({ elected }) =>
              elected ? <Badge variant="default">{t('forums:candidate.elected')}</Badge> : t('forums:candidate.lost'),
          },
        ]}
        rows={election.candidates}
        rowKey={({ id }) => id}
      />
    </Stack>
  );
}
