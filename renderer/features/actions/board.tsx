import { Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ActionRow } from '#shared/contract/actions.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ActionState } from '#renderer/components/actions/action-state.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { today } from '#renderer/components/today.ts';

/** So many stand in a column; the others on the list of actions. */
const shown = 6;

/** Late, under way, kept: the promises themselves, most pressing or newest first. */
export function Board({ forumId }: { forumId: string | null }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }}>
      <Column title={t('actions:show.late')} show="late" forumId={forumId} />
      <Column title={t('actions:show.running')} show="running" forumId={forumId} />
      <Column title={t('actions:promises.kept')} show="done" forumId={forumId} />
    </SimpleGrid>
  );
}

type ColumnProps = { title: string; show: NonNullable<InputOf<'actions.list'>['show']>; forumId: string | null };

function Column({ title, show, forumId }: ColumnProps) {
  const { t } = useTranslation();
  const id = useId();
  const actions = useCall('actions.list', { show, forumId, today: today(), limit: shown });
  return (
    <section className="panel" aria-labelledby={id}>
      <Title order={2} size="h4" mb="sm" id={id}>
        {title}
      </Title>
      <QueryState
        of={actions}
        empty={({ rows }) => rows.length === 0}
        emptyContent={<Text>{t('actions:promises.columnNone')}</Text>}
      >
        {({ rows, total }) => (
          <Stack component="ul" className="plain-list" gap="sm">
            {rows.map((action) => (
              <PromiseCard key={action.actionId} action={action} named={forumId === null} />
            ))}
            {total > shown && (
              <li>
                <Text c="dimmed">{t('actions:count.more', { count: total - shown })}</Text>
              </li>
            )}
          </Stack>
        )}
      </QueryState>
    </section>
  );
}

function PromiseCard({ action, named }: { action: ActionRow; named: boolean }) {
  return (
    <Card withBorder component="li" padding="sm">
      <Anchor href={`#/actions/${action.actionId}`} fw={600}>
        <bdi>{action.what}</bdi>
      </Anchor>
      <Text size="sm" c="dimmed">
        <CodeLabel list="ssp_responsible" code={action.responsible} /> ·{' '}
        <DateText value={action.status === 'done' ? (action.since ?? action.due) : action.due} />
      </Text>
      {named && (
        <Text size="sm" c="dimmed">
          <bdi>{action.forumName}</bdi>
        </Text>
      )}
      <ActionState action={action} />
      {action.note !== '' && (
        <Text size="sm" lineClamp={3}>
          <bdi>{action.note}</bdi>
        </Text>
      )}
    </Card>
  );
}
