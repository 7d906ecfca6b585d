import { Anchor, Button, Group } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SafetyIssueGroup } from '#shared/domain/generated/code-lists.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { TimesRaised } from '#renderer/components/issues/times-raised.tsx';
import { ListPage, type RowOf } from '#renderer/components/list-page.tsx';
import { type ListForum, OfForum } from '#renderer/components/of-forum.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { RowMarks } from '#renderer/components/record/row-marks.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { today } from '#renderer/components/today.ts';

type IssueRow = RowOf<'issues.list'>;
type Shown = 'all' | 'open' | 'unheard' | 'settled';

/** Issues of all forums, or with `forumId` of one. */
export function IssueListScreen({ forumId }: { forumId?: string }) {
  return <OfForum forumId={forumId}>{(forum) => <Issues forum={forum} />}</OfForum>;
}

function Issues({ forum }: { forum: ListForum | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [show, setShow] = useState<Shown>('all');
  const [group, setGroup] = useState<SafetyIssueGroup | null>(null);
  const mayWrite = useCan('policing.write');
  const columns = useColumns().filter(({ key }) => forum === null || key !== 'forum');
  const isNarrowed = show !== 'all' || group !== null;
  const shown: Readonly<Record<Shown, string>> = {
    all: t('issues:show.all'),
    open: t('issues:show.open'),
    unheard: t('issues:show.unheard'),
    settled: t('issues:show.settled'),
  };
  return (
    <ListPage
      title={forum === null ? t('issues:list.title') : t('issues:list.titleOf', { name: forum.name })}
      {...(forum?.mayAdd
        ? { newLabel: t('issues:list.new'), onNew: () => navigate(`/forums/${forum.id}/issues/new`) }
        : {})}
      method="issues.list"
      input={{ forumId: forum?.id ?? null, show, group, today: today() }}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => navigate(`/issues/${row.id}`)}
      emptyTitle={isNarrowed ? t('issues:list.emptyShownTitle') : t('issues:list.emptyTitle')}
      emptyText={isNarrowed ? t('issues:list.emptyShownText') : t('issues:list.emptyText')}
      filters={
        <>
          <ChoiceField<Shown>
            label={t('issues:list.show')}
            choices={(Object.keys(shown) as Shown[]).map((value) => ({ value, label: shown[value] }))}
            value={show}
            onChange={(chosen) => setShow(chosen ?? 'all')}
          />
          <CodeField
            list="safety_issue_group"
            label={t('issues:list.group')}
            value={group}
            onChange={setGroup}
            clearable
          />
          {forum === null ? (
            mayWrite && (
              <Button variant="default" component="a" href="#/forums">
                {t('issues:list.toForums')}
              </Button>
            )
          ) : (
            <Anchor href="#/issues" pb={8}>
              {t('issues:list.allForums')}
            </Anchor>
          )}
        </>
      }
    />
  );
}

function useColumns(): readonly TableColumn<IssueRow>[] {
  const { t } = useTranslation();
  return [
    { key: 'issue', header: t('issues:field.issue'), cell: (row) => <IssueCell row={row} /> },
    {
      key: 'place',
      header: t('issues:field.place'),
      cell: (row) => (
        <>
          <PlaceLabel code={row.place} />
          {row.spot !== '' && (
            <>
              <br />
              <PersonText value={row.spot} />
            </>
          )}
        </>
      ),
    },
    { key: 'time', header: t('issues:field.time'), cell: (row) => <CodeLabel list="time_of_day" code={row.time} /> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (row) => <CodeLabel list="issue_status" code={row.status} />,
    },
    {
      key: 'times',
      header: t('issues:list.times'),
      cell: (row) => <TimesRaised times={row.times} unheard={row.unheard} />,
    },
    {
      key: 'last',
      header: t('issues:list.last'),
      cell: (row) => <DateText value={row.lastRaised ?? row.raisedOn} />,
    },
    { key: 'forum', header: t('issues:list.forum'), cell: (row) => <bdi>{row.forumName}</bdi> },
    { key: 'owner', header: t('common:label.office'), cell: (row) => <bdi>{row.ownerName}</bdi> },
  ];
}

function IssueCell({ row }: { row: IssueRow }) {
  return (
    <Group gap="xs" component="span">
      {row.sensitive && <IconShieldLock size={18} aria-hidden />}
      {row.issue === 'other' && row.other ? <bdi>{row.other}</bdi> : <CodeLabel list="safety_issue" code={row.issue} />}
      <RowMarks row={row} />
    </Group>
  );
}
