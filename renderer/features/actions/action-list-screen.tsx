import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useActionColumns } from '#renderer/components/actions/use-action-columns.tsx';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { ListPage } from '#renderer/components/list-page.tsx';
import { today } from '#renderer/components/today.ts';

const shows = ['late', 'escalated', 'open', 'done', 'all'] as const;
type Shown = (typeof shows)[number];

/** Actions of all forums; what is late stands first, and is what the list opens with. */
export function ActionListScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [show, setShow] = useState<Shown>('late');
  const columns = useActionColumns();
  const words: Readonly<Record<Shown, string>> = {
    late: t('actions:show.late'),
    escalated: t('actions:show.escalated'),
    open: t('actions:show.open'),
    done: t('actions:show.done'),
    all: t('actions:show.all'),
  };
  return (
    <ListPage
      title={t('actions:list.title')}
      method="actions.list"
      input={{ show, today: today() }}
      columns={columns}
      rowKey={(row) => row.actionId}
      onOpen={(row) => navigate(`/actions/${row.actionId}`)}
      emptyTitle={t('actions:list.emptyTitle')}
      emptyText={t('actions:list.emptyText')}
      filters={
        <>
          <ChoiceField<Shown>
            label={t('actions:list.show')}
            choices={shows.map((value) => ({ value, label: words[value] }))}
            value={show}
            onChange={(chosen) => setShow(chosen ?? 'late')}
          />
          <Anchor href="#/promises" pb={8}>
            {t('actions:promises.board')}
          </Anchor>
        </>
      }
    />
  );
}
