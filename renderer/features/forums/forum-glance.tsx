import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumDashboard } from '#shared/contract/forums.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';

type Action = ForumDashboard['actions']['rows'][number];

/** What comes next and what is owed. */
export function ForumGlance({ forumId, page }: { forumId: string; page: ForumDashboard }) {
  const { t } = useTranslation();
  const { nextMeeting, actions } = page;
  return (
    <FormSection title={t('forums:section.glance')}>
      <Facts
        facts={[
          { label: t('forums:glance.next'), value: nextMeeting && <NextMeeting meeting={nextMeeting} /> },
          { label: t('forums:glance.plan'), value: <CurrentPlan forumId={forumId} /> },
          { label: t('forums:glance.last'), value: <DateText value={page.lastMeeting} /> },
          { label: t('forums:glance.womenSession'), value: <DateText value={page.lastWomenSession} /> },
          {
            label: t('forums:glance.actions'),
            value: (
              <>
                {t('forums:count.open', { count: actions.open })}
                {actions.late > 0 && (
                  <Text c="red.9" fw={600}>
                    {t('forums:count.late', { count: actions.late })}
                  </Text>
                )}
              </>
            ),
          },
        ]}
      />
      {actions.rows.length > 0 && <OpenActions rows={actions.rows} />}
      <Group gap="sm">
        <Button variant="default" component="a" href={`#/forums/${forumId}/promises`}>
          {t('forums:glance.promises')}
        </Button>
        <Button variant="default" component="a" href={`#/forums/${forumId}/mappings`}>
          {t('common:nav.mappings')}
        </Button>
        <Button variant="default" component="a" href={`#/forums/${forumId}/plans`}>
          {t('forums:glance.plans')}
        </Button>
      </Group>
    </FormSection>
  );
}

/** The plan in force, with its status. */
function CurrentPlan({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const plans = useCall('plans.list', { forumId, today: today(), inForce: true, limit: 1 });
  const plan = plans.value?.rows[0];
  if (plans.value === undefined) return null;
  if (plan === undefined) return t('forums:glance.noPlan');
  return (
    <>
      <Anchor href={`#/plans/${plan.id}`}>
        <bdi>{plan.title}</bdi>
      </Anchor>
      <Text size="sm" c="dimmed">
        <CodeLabel list="ssp_status" code={plan.status} />
      </Text>
    </>
  );
}

function NextMeeting({ meeting }: { meeting: NonNullable<ForumDashboard['nextMeeting']> }) {
  return (
    <>
      <Anchor href={`#/meetings/${meeting.id}`}>
        <DateText value={meeting.date} />
      </Anchor>
      <Text size="sm" c="dimmed">
        <CodeLabel list="meeting_type" code={meeting.type} />
      </Text>
    </>
  );
}

function OpenActions({ rows }: { rows: readonly Action[] }) {
  const { t } = useTranslation();
  const columns: readonly TableColumn<Action>[] = [
    {
      key: 'what',
      header: t('forums:action.what'),
      cell: ({ id, what }) => (
        <Anchor href={`#/actions/${id}`}>
          <bdi>{what}</bdi>
        </Anchor>
      ),
    },
    {
      key: 'due',
      header: t('forums:action.due'),
      cell: ({ due, late }) => (
        <>
          <DateText value={due} />
          {late && (
            <Text span c="red.9" fw={600} ms="xs">
              {t('forums:action.late')}
            </Text>
          )}
        </>
      ),
    },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: ({ status }) => <CodeLabel list="action_item_status" code={status} />,
    },
  ];
  return <SimpleTable label={t('forums:action.table')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
