import { Alert, Anchor, Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { GroupValue, type GroupWords, groupLabel } from '#renderer/components/record/group-words.tsx';

type Conflict = OutputOf<'records.conflicts'>[number];
type Value = Conflict['values'][number];

/** Addresses of the screens of each kind of record. */
const folderOf: Readonly<Record<string, string>> = { forum: 'forums', meeting: 'meetings', dispute: 'disputes' };

/** Values that did not know of each other, side by side, until a person keeps one. */
export function ConflictsScreen({ wordsByType }: { wordsByType: Readonly<Record<string, GroupWords>> }) {
  const { t } = useTranslation();
  const conflicts = useCall('records.conflicts', {});
  return (
    <>
      <PageTitle title={t('history:conflicts.title')} />
      <QueryState
        of={conflicts}
        empty={(rows) => rows.length === 0}
        emptyContent={<EmptyState title={t('history:conflicts.emptyTitle')} text={t('history:conflicts.emptyText')} />}
      >
        {(rows) => (
          <Stack gap="lg">
            <Alert color="orange">{t('history:conflicts.explain', { count: rows.length })}</Alert>
            {rows.map((conflict) => (
              <ConflictCard
                key={`${conflict.recordId} ${conflict.group}`}
                conflict={conflict}
                words={wordsByType[conflict.recordType] ?? {}}
              />
            ))}
          </Stack>
        )}
      </QueryState>
    </>
  );
}

function ConflictCard({ conflict, words }: { conflict: Conflict; words: GroupWords }) {
  const { t } = useTranslation();
  const resolve = useCommand('records.resolve');
  const say = useNotice();
  const field = groupLabel(t, words, conflict.group);
  const folder = folderOf[conflict.recordType];

  async function keep({ changeId }: Value): Promise<void> {
    const { recordId, group, heads } = conflict;
    const done = await resolve.run({ recordId, group, heads, keep: changeId });
    if (done.ok) say(t('history:conflicts.settled', { field }));
  }

  return (
    <section className="panel" aria-label={t('history:conflicts.card', { field, title: conflict.title })}>
      <Title order={2} size="h3">
        {field}
      </Title>
      <Text mb="sm">
        {folder === undefined ? (
          <bdi>{conflict.title}</bdi>
        ) : (
          <Anchor href={`#/${folder}/${conflict.recordId}`}>
            <bdi>{conflict.title}</bdi>
          </Anchor>
        )}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {conflict.values.map((value) => (
          <Stack key={value.changeId} gap="xs" className="panel" component="section">
            <Text fw={600}>{t('history:conflicts.by', { by: value.by, node: value.nodeName })}</Text>
            <MomentText value={value.at} />
            <GroupValue words={words} group={conflict.group} value={value.value} />
            {value.shown && <Text c="dimmed">{t('history:conflicts.shown')}</Text>}
            <Button variant="default" loading={resolve.busy} onClick={() => void keep(value)}>
              {t('history:conflicts.keep', { node: value.nodeName, by: value.by })}
            </Button>
          </Stack>
        ))}
      </SimpleGrid>
      {resolve.error && <FailureNotice error={resolve.error} />}
    </section>
  );
}
