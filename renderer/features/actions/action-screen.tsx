import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconMessageReport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ActionState } from '#renderer/components/actions/action-state.tsx';
import { TellProgressDialog } from '#renderer/components/actions/tell-progress-dialog.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { ProgressList } from './progress-list.tsx';

type Action = OutputOf<'actions.get'>;

export function ActionScreen({ id }: { id: string }) {
  const action = useCall('actions.get', { actionId: id, today: today() });
  return <QueryState of={action}>{(view) => <ActionPage action={view} />}</QueryState>;
}

function ActionPage({ action }: { action: Action }) {
  const { t } = useTranslation();
  const [tells, setTells] = useState(false);
  return (
    <article>
      <PageTitle title={<bdi>{action.what}</bdi>} documentTitle={t('actions:page.title')}>
        {action.may.tell && (
          <Button leftSection={<IconMessageReport size={20} aria-hidden />} onClick={() => setTells(true)}>
            {t('actions:page.tell')}
          </Button>
        )}
      </PageTitle>
      <Stack gap="md">
        <FormSection title={t('actions:page.agreed')}>
          <Agreed action={action} />
        </FormSection>
        <FormSection title={t('actions:page.progress')}>
          <Text c="dimmed">{t('actions:page.keptIn')}</Text>
          <ProgressList action={action} />
        </FormSection>
      </Stack>
      {tells && <TellProgressDialog action={action} onClose={() => setTells(false)} />}
    </article>
  );
}

function Agreed({ action }: { action: Action }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { label: t('actions:list.state'), value: <ActionState action={action} /> },
        { label: t('actions:list.due'), value: <DateText value={action.due} /> },
        {
          label: t('actions:list.responsible'),
          value: <CodeLabel list="ssp_responsible" code={action.responsible} />,
        },
        {
          label: t('actions:list.meeting'),
          value: (
            <Anchor href={`#/meetings/${action.meetingId}`}>
              <Identifier>{meetingNumber(action)}</Identifier> · <DateText value={action.meetingDate} />
            </Anchor>
          ),
        },
        {
          label: t('actions:list.forum'),
          value: action.forumId && (
            <Anchor href={`#/forums/${action.forumId}`}>
              <bdi>{action.forumName}</bdi>
            </Anchor>
          ),
        },
        { label: t('actions:page.resources'), value: action.resources && <bdi>{action.resources}</bdi> },
        {
          label: t('actions:page.issue'),
          value: action.issue && <Anchor href={`#/issues/${action.issue}`}>{t('actions:page.toIssue')}</Anchor>,
        },
        {
          label: t('actions:page.plan'),
          value: action.plan && <PlanLink action={action} planId={action.plan} />,
        },
      ]}
    />
  );
}

/** The plan by its title, and what of it the action answers: the action of the plan, or else its problem. */
function PlanLink({ action, planId }: { action: Action; planId: string }) {
  const { t } = useTranslation();
  const plan = useCall('plans.get', { planId });
  const carriedOut = plan.value?.actions.find(({ id }) => id === action.planAction);
  const problem = plan.value?.problems.find(({ id }) => id === action.problem);
  return (
    <>
      <Anchor href={`#/plans/${planId}`}>
        {plan.value === undefined ? t('actions:page.toPlan') : <bdi>{plan.value.title}</bdi>}
      </Anchor>
      <Text size="sm" c="dimmed">
        {carriedOut ? <bdi>{carriedOut.what}</bdi> : problem && <CodeLabel list="safety_issue" code={problem.issue} />}
      </Text>
    </>
  );
}
