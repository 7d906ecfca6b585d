import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { inOrder } from './meeting-form-model.ts';

type Agenda = MeetingView['agenda'];

export function AgendaList({ agenda }: { agenda: Agenda }) {
  const { t } = useTranslation();
  if (agenda.length === 0) return <Text c="dimmed">{t('meetings:agenda.none')}</Text>;
  return (
    <List type="ordered">
      {inOrder(agenda).map(({ id, title }) => (
        <List.Item key={id}>
          <bdi>{title}</bdi>
        </List.Item>
      ))}
    </List>
  );
}

type IssuesProps = {
  issues: MeetingView['issues'];
  agenda: Agenda;
  /** Names of members who raised them. */
  members: MeetingView['attendance'];
};

export function IssuesList({ issues, agenda, members }: IssuesProps) {
  const { t } = useTranslation();
  if (issues.length === 0) return <Text c="dimmed">{t('meetings:issue.none')}</Text>;
  return (
    <Stack component="ul" className="plain-list">
      {issues.map((issue) => (
        <Point
          key={issue.id}
          heading={<IssueHeading issue={issue} />}
          agendaItem={titleOf(agenda, issue.agendaItem)}
          text={issue.statement}
        >
          <HeardLine issue={issue} members={members} />
        </Point>
      ))}
    </Stack>
  );
}

type Issue = MeetingView['issues'][number];

function IssueHeading({ issue: { issue, record } }: { issue: Issue }) {
  const label = <CodeLabel list="safety_issue" code={issue} />;
  return record === null ? label : <Anchor href={`#/issues/${record}`}>{label}</Anchor>;
}

/** Where and when, whom it concerns, and who raised it. */
function HeardLine({ issue, members }: { issue: Issue; members: MeetingView['attendance'] }) {
  const { t } = useTranslation();
  const { where, timeOfDay, groups, repeated, raisedBySex, raisedBy } = issue;
  const person = members.find(({ member }) => member === raisedBy);
  return (
    <Group gap="md" component="span" fz="sm">
      <span>{repeated ? t('meetings:issue.heardBefore') : t('meetings:issue.firstHeard')}</span>
      {where !== '' && <bdi>{where}</bdi>}
      {timeOfDay !== null && <CodeLabel list="time_of_day" code={timeOfDay} />}
      {groups.map((group) => (
        <CodeLabel key={group} list="mapping_group" code={group} />
      ))}
      {raisedBySex !== null && (
        <span>
          {t('meetings:issue.raisedBySex')}: <CodeLabel list="sex" code={raisedBySex} />
        </span>
      )}
      {raisedBy !== null && (
        <span>
          {t('meetings:issue.raisedBy')}: <PersonText value={person?.name ?? null} />
        </span>
      )}
    </Group>
  );
}

export function DecisionsList({ decisions, agenda }: { decisions: MeetingView['decisions']; agenda: Agenda }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return <Text c="dimmed">{t('meetings:decision.none')}</Text>;
  return (
    <Stack component="ul" className="plain-list">
      {decisions.map((decision) => (
        <Point
          key={decision.id}
          heading={<CodeLabel list="decision_type" code={decision.takenAs} />}
          agendaItem={titleOf(agenda, decision.agendaItem)}
          text={decision.text}
        >
          <VotesLine decision={decision} />
        </Point>
      ))}
    </Stack>
  );
}

function VotesLine({ decision: { votes } }: { decision: MeetingView['decisions'][number] }) {
  const { t } = useTranslation();
  if (votes === null) return null;
  return (
    <Text size="sm" component="span">
      {t('meetings:vote.result', votes)}
    </Text>
  );
}

type PointProps = { heading: ReactNode; agendaItem: string | null; text: string | null; children?: ReactNode };

function Point({ heading, agendaItem, text, children }: PointProps) {
  const { t } = useTranslation();
  return (
    <Stack component="li" gap={2}>
      <Text fw={600}>{heading}</Text>
      {agendaItem !== null && (
        <Text size="sm" c="dimmed">
          {t('meetings:agenda.under', { title: agendaItem })}
        </Text>
      )}
      {text !== '' && (
        <Text className="passage">
          <PersonText value={text} />
        </Text>
      )}
      {children}
    </Stack>
  );
}

const titleOf = (agenda: Agenda, item: string | null): string | null =>
  agenda.find(({ id }) => id === item)?.title ?? null;
