import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { type CallState, useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { addressOfRecord } from './address-of-record.ts';
import { DraftLine } from './draft-line.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { useRecordTypeWord } from '#renderer/components/use-record-type-word.ts';

type Overview = OutputOf<'home.overview'>;

/** What this person began and has not saved, and what was changed last here. */
export function HomeLists({ overview }: { overview: CallState<Overview> }) {
  const { t } = useTranslation();
  const drafts = useCall('drafts.list', {});
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <HomeList title={t('common:draft.mine')}>
        <QueryState of={drafts} empty={(rows) => rows.length === 0} emptyContent={<Text>{t('home:noDrafts')}</Text>}>
          {(rows) => rows.map((row) => <DraftLine key={`${row.form} ${row.recordId} ${row.part}`} row={row} />)}
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

/** Where the name is kept at the office the number stands in its place. */
function RecentLine({ row }: { row: Overview['recent'][number] }) {
  const typeWord = useRecordTypeWord();
  const named = row.title !== '';
  return (
    <div>
      <Anchor href={addressOfRecord(row.type, row.id)}>
        {named ? (
          <bdi>{row.title}</bdi>
        ) : row.number === '' ? (
          typeWord(row.type)
        ) : (
          <Identifier>{row.number}</Identifier>
        )}
      </Anchor>
      <Text size="sm" c="dimmed">
        {typeWord(row.type)} ·{' '}
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
