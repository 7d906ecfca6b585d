import { Alert, Anchor, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { daysSinceMeeting, forumStatusOn, isForumEnded } from '#shared/domain/forum-status.ts';
import { termOn } from '#shared/domain/forum-term.ts';
import type { ForumDashboard, ForumView } from '#shared/contract/forums.ts';
import type { RuleValues } from '#shared/domain/rules.ts';
import { daysBetween } from '#shared/text/calendar.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { today } from '#renderer/components/today.ts';
import { useRules } from '#renderer/components/use-rules.ts';

type Props = { forum: ForumView; page: ForumDashboard };

/** What somebody should know before reading on: it ended, it sleeps, a term ends, a women's session is due. */
export function ForumNotices({ forum, page }: Props) {
  const rules = useRules();
  if (isForumEnded(forum.status)) return <Ended forum={forum} />;
  if (rules === null || forum.voided !== null) return null;
  return (
    <>
      <Dormant forum={forum} page={page} rules={rules} />
      <WomenSession forum={forum} page={page} rules={rules} />
      <Terms forum={forum} rules={rules} />
    </>
  );
}

function Ended({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const turn = forum.turns.findLast(({ kind }) => kind !== 'revived');
  const merged = forum.status === 'merged';
  return (
    <Alert color="gray" title={merged ? t('forums:notice.merged') : t('forums:notice.dissolved')}>
      {turn && <Text>{t('forums:notice.since', { date: turn.on, reason: turn.reason })}</Text>}
      {turn?.into && (
        <Anchor href={`#/forums/${turn.into.id}`}>
          {turn.into.name === '' ? t('forums:notice.unseen') : <bdi>{turn.into.name}</bdi>}
        </Anchor>
      )}
    </Alert>
  );
}

function Dormant({ forum, page, rules }: Props & { rules: RuleValues }) {
  const { t } = useTranslation();
  const life = { ...forum, lastMeeting: page.lastMeeting };
  if (forumStatusOn(life, today(), rules) !== 'dormant') return null;
  return (
    <Alert color="orange" title={t('forums:notice.dormant')}>
      {t('forums:notice.dormantText', {
        count: daysSinceMeeting(life, today()) ?? 0,
        limit: rules.forumDormantAfterDays,
      })}
    </Alert>
  );
}

/** Only of a forum that meets: a dormant one has to be woken first. */
function WomenSession({ forum, page, rules }: Props & { rules: RuleValues }) {
  const { t } = useTranslation();
  const life = { ...forum, lastMeeting: page.lastMeeting };
  const from = page.lastWomenSession ?? forum.foundedOn;
  if (from === null || forumStatusOn(life, today(), rules) !== 'active') return null;
  if (daysBetween(from, today()) <= rules.forumWomenSessionIntervalDays) return null;
  return (
    <Alert color="blue" title={t('forums:notice.womenSession')}>
      {t('forums:notice.womenSessionText', { count: rules.forumWomenSessionIntervalDays })}
    </Alert>
  );
}

function Terms({ forum, rules }: { forum: ForumView; rules: RuleValues }) {
  const { t } = useTranslation();
  const terms = forum.members.flatMap((member) => {
    const term = termOn(member, today(), rules);
    return term === null || term.state === 'running' ? [] : [{ member, term }];
  });
  if (terms.length === 0) return null;
  return (
    <Alert color="orange" title={t('forums:notice.terms')}>
      <List>
        {terms.map(({ member, term }) => (
          <List.Item key={member.id}>
            <Group gap="xs" component="span">
              <Text span fw={500} c="dark.9">
                <CodeLabel list="forum_role" code={member.role} />
              </Text>
              <PersonText value={member.name ?? forum.holders.find((one) => one.member === member.id)?.name ?? null} />
              <span aria-hidden>·</span>
              <span>
                {term.state === 'over'
                  ? t('forums:notice.termOver', { date: term.until })
                  : t('forums:notice.termEnds', { date: term.until })}
              </span>
            </Group>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
