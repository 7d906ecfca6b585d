import { Anchor, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { fold } from '#shared/text/fold.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Pager, pageSize } from '#renderer/components/pager.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { BlockedMark } from './blocked-mark.tsx';
import { useBlockedDevices } from './use-nodes.ts';

type Status = OutputOf<'exchange.status'>;
type Peer = Status['peers'][number];

/** All offices with what one must know of each: silence, what is unconfirmed, versions, clocks, troubles. */
export function OfficesTable({ status, mayOpen }: { status: Status; mayOpen: boolean }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [attention, setAttention] = useState(false);
  const [page, setPage] = useState(1);
  const wanted = fold(search);
  const found = status.peers.filter((peer) => fold(peer.name).includes(wanted) && (!attention || isTroubled(peer)));
  const columns = useColumns(status, mayOpen);
  return (
    <Stack>
      <div className="panel">
        <Group align="flex-end" mb="sm">
          <LineField
            label={t('enrolment:offices.find')}
            value={search}
            maxLength={100}
            onChange={(text) => {
              setPage(1);
              setSearch(text);
            }}
          />
          <Checkbox
            label={t('enrolment:offices.attention')}
            checked={attention}
            mb={8}
            onChange={(event) => {
              setPage(1);
              setAttention(event.currentTarget.checked);
            }}
          />
        </Group>
        {found.length === 0 ? (
          <Text role="status">{t('enrolment:offices.noMatch')}</Text>
        ) : (
          <SimpleTable
            label={t('common:nav.offices')}
            columns={columns}
            rows={found.slice((page - 1) * pageSize, page * pageSize)}
            rowKey={(peer) => peer.device}
          />
        )}
        <Pager page={page} total={found.length} onPage={setPage} />
      </div>
      {status.beyond.length > 0 && <BeyondTable rows={status.beyond} mayOpen={mayOpen} />}
    </Stack>
  );
}

const silentDays = 30;

const isTroubled = (peer: Peer): boolean =>
  peer.missing !== null ||
  peer.clockSuspect ||
  peer.setAsideHere + peer.restores + peer.forks > 0 ||
  (peer.daysSinceReceived ?? silentDays) >= silentDays;

function useColumns(status: Status, mayOpen: boolean): readonly TableColumn<Peer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const kindWord = useKindWord();
  const blocked = useBlockedDevices(mayOpen);
  return [
    {
      key: 'office',
      header: t('common:label.office'),
      cell: (peer) => (
        <>
          <OfficeName node={peer.node} name={peer.name} mayOpen={mayOpen} />
          <Text size="sm" c="dimmed">
            {kindWord(peer.kind)}
          </Text>
          {blocked.has(peer.device) && <BlockedMark />}
        </>
      ),
    },
    {
      key: 'received',
      header: t('enrolment:offices.lastReceived'),
      cell: ({ lastReceived, daysSinceReceived }) =>
        lastReceived === null || daysSinceReceived === null ? (
          t('enrolment:offices.nothingReceived')
        ) : (
          <>
            <div>{t('common:count.days', { count: daysSinceReceived })}</div>
            <Text size="sm" c="dimmed">
              <MomentText value={lastReceived.at} />
            </Text>
          </>
        ),
    },
    {
      key: 'unconfirmed',
      header: t('enrolment:offices.unconfirmed'),
      cell: (peer) => t('common:count.changes', { count: peer.waiting }),
    },
    {
      key: 'confirmed',
      header: t('enrolment:offices.lastConfirmed'),
      cell: (peer) => <MomentText value={peer.lastConfirmedAt} />,
    },
    {
      key: 'missing',
      header: t('enrolment:offices.missing'),
      cell: (peer) =>
        peer.missing === null ? '–' : t('enrolment:offices.missingNumber', { number: format.number(peer.missing) }),
    },
    {
      key: 'list',
      header: t('enrolment:offices.list'),
      cell: (peer) =>
        peer.roster >= status.roster
          ? t('enrolment:offices.listCurrent')
          : t('enrolment:offices.listOlder', { version: peer.roster }),
    },
    {
      key: 'program',
      header: t('enrolment:offices.program'),
      cell: (peer) => (peer.appVersion === null ? '–' : <Identifier>{peer.appVersion}</Identifier>),
    },
    {
      key: 'clock',
      header: t('enrolment:offices.clock'),
      cell: (peer) => (peer.clockSuspect ? t('enrolment:offices.clockWrong') : t('enrolment:offices.clockFine')),
    },
    { key: 'troubles', header: t('enrolment:offices.troubles'), cell: (peer) => <Troubles peer={peer} /> },
    {
      key: 'set-aside',
      header: t('enrolment:offices.setAside'),
      cell: (peer) =>
        peer.setAsideHere + peer.heldHere === 0
          ? '–'
          : t('common:count.changes', { count: peer.setAsideHere + peer.heldHere }),
    },
  ];
}

function Troubles({ peer: { restores, forks } }: { peer: Peer }) {
  const { t } = useTranslation();
  if (restores + forks === 0) return '–';
  return (
    <>
      {restores > 0 && <div>{t('enrolment:offices.restored', { count: restores })}</div>}
      {forks > 0 && <div>{t('enrolment:offices.doubled', { count: forks })}</div>}
    </>
  );
}

function BeyondTable({ rows, mayOpen }: { rows: Status['beyond']; mayOpen: boolean }) {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const title = t('enrolment:offices.through');
  const columns: readonly TableColumn<Status['beyond'][number]>[] = [
    {
      key: 'office',
      header: t('common:label.office'),
      cell: ({ node, name }) => <OfficeName node={node} name={name} mayOpen={mayOpen} />,
    },
    { key: 'kind', header: t('common:label.type'), cell: ({ kind }) => kindWord(kind) },
    { key: 'via', header: t('enrolment:offices.via'), cell: ({ via }) => <bdi>{via}</bdi> },
  ];
  return (
    <section className="panel">
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      <SimpleTable label={title} columns={columns} rows={rows} rowKey={({ node }) => node} />
    </section>
  );
}

type NameProps = { node: string; name: string; mayOpen: boolean };

/** Leads to the office with its computers, for those who may see these. */
function OfficeName({ node, name, mayOpen }: NameProps) {
  if (!mayOpen) return <bdi>{name}</bdi>;
  return (
    <Anchor href={`#/offices/${node}`}>
      <bdi>{name}</bdi>
    </Anchor>
  );
}

function useKindWord(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    if (kind === 'directorate') return t('common:label.directorate');
    return kind === 'department' ? t('enrolment:department') : t('common:label.office');
  };
}
