import { useTranslation } from 'react-i18next';
import type { ActionRow } from '#shared/contract/actions.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import type { TableColumn } from '#renderer/components/simple-table.tsx';
import { ActionState } from './action-state.tsx';

/** Columns of a list of actions; the first one names the action. */
export function useActionColumns(): readonly TableColumn<ActionRow>[] {
  const { t } = useTranslation();
  return [
    { key: 'what', header: t('actions:list.what'), cell: ({ what }) => <bdi>{what}</bdi> },
    {
      key: 'responsible',
      header: t('actions:list.responsible'),
      cell: ({ responsible }) => <CodeLabel list="ssp_responsible" code={responsible} />,
    },
    { key: 'due', header: t('actions:list.due'), cell: ({ due }) => <DateText value={due} /> },
    { key: 'state', header: t('actions:list.state'), cell: (action) => <ActionState action={action} /> },
    { key: 'forum', header: t('actions:list.forum'), cell: ({ forumName }) => <bdi>{forumName}</bdi> },
  ];
}
