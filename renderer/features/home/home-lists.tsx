import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { type CallState, useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';

type Overview = OutputOf<'home.overview'>;
type DraftRow = OutputOf<'drafts.list'>[number];

/** What this person began and has not saved, and what was changed last here. */
export function HomeLists({ overview }: { overview: CallState<Overview> }) {
  const { t } = useTranslation();
  const drafts = useCall('drafts.list', {});
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <HomeList title={t('common:draft.mine')}>
        <QueryState of={drafts} empty={(rows) => rows.length === 0} emptyContent={<Text>{t('home:noDrafts')}</Text>}>
          {(rows) => rows.map((row) => <DraftLine key={`${row.form} ${row.recordId}`} row={row} />)}
        </QueryState>
      </HomeList>
      <HomeList title={t('home:recent')}>
        <QueryState
          of={overview}
          empty={({ recent }) => recent.length === 0}
          emptyContent={<Text>{t('home:noRecent')}</Text>}
        >
          {({ recent }) => recent.map((row) => <RecentLine key={row.id} row={row} />)}
        </QueryState>
      </HomeList>
    </SimpleGrid>
  );
}

function HomeList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

function DraftLine({ row }: { row: DraftRow }) {
  const { t } = useTranslation();
  const words = {
    forum: t('home:draft.forum'),
    meeting: t('home:draft.meeting'),
    'forum-turn': t('home:draft.forumTurn'),
    issue: t('home:draft.issue'),
    progress: t('home:draft.progress'),
    site: t('home:draft.site'),
    asset: t('home:draft.asset'),
    handover: t('home:draft.handover'),
    check: t('home:draft.check'),
    incident: t('home:draft.incident'),
    plan: t('home:draft.plan'),
    'plan-review': t('home:draft.planReview'),
    mapping: t('home:draft.mapping'),
    dispute: t('home:draft.dispute'),
    step: t('home:draft.step'),
    training: t('home:draft.training'),
    'training-results': t('home:draft.trainingResults'),
    'training-follow-up': t('home:draft.trainingFollowUp'),
    partner: t('home:draft.partner'),
    place: t('home:draft.place'),
  };
  return (
    <div>
      <Anchor href={addressOfDraft(row)}>
        <bdi>{row.title.trim() === '' ? t('home:draft.untitled') : row.title}</bdi>
      </Anchor>
      <Text size="sm" c="dimmed">
        {words[row.form]} · <MomentText value={row.savedAt} />
      </Text>
    </div>
  );
}

function addressOfDraft({ form, recordId }: DraftRow): string {
  switch (form) {
    case 'forum':
      return recordId === null ? '#/forums/new' : `#/forums/${recordId}/edit`;
    case 'forum-turn':
      return recordId === null ? '#/forums' : `#/forums/${recordId}`;
    case 'meeting':
      return recordId === null ? '#/meetings/new' : `#/meetings/${recordId}/edit`;
    case 'issue':
      return recordId === null ? '#/issues/new' : `#/issues/${recordId}/edit`;
    case 'progress':
      return recordId === null ? '#/actions' : `#/actions/${recordId}`;
    case 'site':
      return recordId === null ? '#/sites/new' : `#/sites/${recordId}/edit`;
    case 'asset':
      return recordId === null ? '#/assets/new' : `#/assets/${recordId}/edit`;
    case 'handover':
      return `#/holdings/${recordId}/hand-over`;
    case 'check':
      return `#/holdings/${recordId}/check`;
    case 'incident':
      return `#/holdings/${recordId}/report`;
    case 'plan':
      return recordId === null ? '#/plans/new' : `#/plans/${recordId}/edit`;
    case 'plan-review':
      return recordId === null ? '#/plans' : `#/plans/${recordId}/review`;
    case 'mapping':
      return recordId === null ? '#/mappings/new' : `#/mappings/${recordId}/edit`;
    case 'dispute':
      return recordId === null ? '#/disputes/new' : `#/disputes/${recordId}/edit`;
    case 'partner':
      return recordId === null ? '#/reference/partners/new' : `#/reference/partners/${recordId}/edit`;
    case 'place':
      return recordId === null ? '#/reference/places/new' : `#/reference/places/${recordId}/edit`;
    case 'training':
      return recordId === null ? '#/trainings/new' : `#/trainings/${recordId}/edit`;
    case 'training-results':
      return `#/trainings/${recordId}/results`;
    case 'training-follow-up':
      return `#/trainings/${recordId}/follow-up`;
    case 'step':
      return recordId === null ? '#/disputes' : `#/disputes/${recordId}`;
  }
}

const folderOf: Readonly<Record<string, string>> = {
  forum: 'forums',
  meeting: 'meetings',
  plan: 'plans',
  issue: 'issues',
  mapping: 'mappings',
  dispute: 'disputes',
  site: 'sites',
  asset: 'assets',
  training: 'trainings',
};

/** Where the name is kept at the office the number stands in its place. */
function RecentLine({ row }: { row: Overview['recent'][number] }) {
  const typeWord = useRecordTypeWord();
  const named = row.title !== '';
  return (
    <div>
      <Anchor href={`#/${folderOf[row.type] ?? ''}/${row.id}`}>
        {named ? (
          <bdi>{row.title}</bdi>
        ) : row.number === '' ? (
          typeWord(row.type)
        ) : (
          <Identifier>{row.number}</Identifier>
        )}
      </Anchor>
      <Text size="sm" c="dimmed">
        {named && row.number !== '' && (
          <>
            <Identifier>{row.number}</Identifier> ·{' '}
          </>
        )}
        <MomentText value={row.updatedAt} />
      </Text>
    </div>
  );
}
