import { Anchor, Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reminder, ReminderKind, Reminders } from '#shared/contract/reminders.ts';
import { daysBetween } from '#shared/text/calendar.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { today } from '#renderer/components/today.ts';

/** What waits for those who work with records of policing; each line leads to its record, each kind to its list. */
export function RemindersPanel({ reminders }: { reminders: Reminders }) {
  const { t } = useTranslation();
  const words = useKindWords();
  if (!useCan('policing.read')) return null;
  return (
    <section className="panel" aria-label={t('home:due')}>
      <Title order={2} size="h4" mb="sm">
        {t('home:due')}
      </Title>
      {reminders.length === 0 && <Text>{t('home:noDue')}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg">
        {reminders.map(({ kind, total, rows }) => (
          <section key={kind} aria-label={words[kind]}>
            <Title order={3} size="h5" mb="xs">
              {words[kind]}
            </Title>
            <Stack gap="xs">
              {rows.map((row) => (
                <ReminderLine key={row.id + row.name} kind={kind} row={row} />
              ))}
              {total > rows.length && (
                <Anchor href={lists[kind]}>{t('home:moreDue', { count: total - rows.length })}</Anchor>
              )}
            </Stack>
          </section>
        ))}
      </SimpleGrid>
    </section>
  );
}

function useKindWords(): Readonly<Record<ReminderKind, string>> {
  const { t } = useTranslation();
  return {
    action: t('home:reminder.action'),
    planAction: t('home:reminder.planAction'),
    meeting: t('home:reminder.meeting'),
    minutes: t('home:reminder.minutes'),
    term: t('home:reminder.term'),
    review: t('home:reminder.review'),
    dormant: t('home:reminder.dormant'),
    followUp: t('home:reminder.followUp'),
    check: t('home:reminder.check'),
  };
}

/** Where all of a kind are found. */
const lists: Readonly<Record<ReminderKind, string>> = {
  action: '#/actions',
  planAction: '#/plans',
  meeting: '#/meetings/calendar',
  minutes: '#/meetings',
  term: '#/forums',
  review: '#/plans',
  dormant: '#/forums',
  followUp: '#/trainings',
  check: '#/assets',
};

/** Where one record of a kind opens. */
const folders: Readonly<Record<ReminderKind, string>> = {
  action: 'actions',
  planAction: 'plans',
  meeting: 'meetings',
  minutes: 'meetings',
  term: 'forums',
  review: 'plans',
  dormant: 'forums',
  followUp: 'trainings',
  check: 'assets',
};

function ReminderLine({ kind, row }: { kind: ReminderKind; row: Reminder }) {
  return (
    <div>
      <Anchor href={`#/${folders[kind]}/${row.id}`}>
        <LineName row={row} />
      </Anchor>
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          <About kind={kind} row={row} />
        </Text>
        <When kind={kind} day={row.day} />
      </Group>
    </div>
  );
}

/** Meetings and forums are known by the name of the forum, everything else by its own. */
function LineName({ row }: { row: Reminder }) {
  const { t } = useTranslation();
  return <bdi>{row.name || row.forumName || t('home:reminder.nameless')}</bdi>;
}

function About({ kind, row }: { kind: ReminderKind; row: Reminder }) {
  const known =
    kind === 'meeting' || kind === 'minutes' ? 'meeting_type' : kind === 'check' ? 'infrastructure_kind' : null;
  return (
    <>
      {known !== null && (
        <>
          <CodeLabel list={known} code={row.type} /> ·{' '}
        </>
      )}
      {row.name !== '' && row.forumName !== '' && (
        <>
          <bdi>{row.forumName}</bdi> ·{' '}
        </>
      )}
      <DateText value={row.day} />
    </>
  );
}

/** In words, how near the day is; of a forum that sleeps, for how long it has not met. */
function When({ kind, day }: { kind: ReminderKind; day: string }) {
  const { t } = useTranslation();
  const ahead = daysBetween(today(), day);
  const late = ahead < 0;
  const text = (): string => {
    if (kind === 'dormant') return t('home:reminder.quietFor', { count: -ahead });
    if (kind === 'meeting') return t('home:reminder.in', { count: ahead });
    return late ? t('common:count.overdueDays', { count: -ahead }) : t('common:count.dueInDays', { count: ahead });
  };
  return (
    <Badge variant="default" c={late ? 'var(--mantine-color-error)' : undefined}>
      {text()}
    </Badge>
  );
}
