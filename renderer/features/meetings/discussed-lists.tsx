import { List, Stack, Text } from '@mantine/core';
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

export function IssuesList({ issues, agenda }: { issues: MeetingView['issues']; agenda: Agenda }) {
  const { t } = useTranslation();
  if (issues.length === 0) return <Text c="dimmed">{t('meetings:issue.none')}</Text>;
  return (
    <Stack component="ul" className="plain-list">
      {issues.map(({ id, issue, agendaItem, statement }) => (
        <Point
          key={id}
          heading={<CodeLabel list="safety_issue" code={issue} />}
          agendaItem={titleOf(agenda, agendaItem)}
          text={statement}
        />
      ))}
    </Stack>
  );
}

export function DecisionsList({ decisions, agenda }: { decisions: MeetingView['decisions']; agenda: Agenda }) {
  const { t } = useTranslation();
  if (decisions.length === 0) return <Text c="dimmed">{t('meetings:decision.none')}</Text>;
  return (
    <Stack component="ul" className="plain-list">
      {decisions.map(({ id, type, agendaItem, text }) => (
        <Point
          key={id}
          heading={<CodeLabel list="decision_type" code={type} />}
          agendaItem={titleOf(agenda, agendaItem)}
          text={text}
        />
      ))}
    </Stack>
  );
}

function Point({ heading, agendaItem, text }: { heading: ReactNode; agendaItem: string | null; text: string | null }) {
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
    </Stack>
  );
}

const titleOf = (agenda: Agenda, item: string | null): string | null =>
  agenda.find(({ id }) => id === item)?.title ?? null;
