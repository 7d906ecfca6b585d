import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { type Counts, shareOnTime, shownStates } from './promise-counts.ts';
import { usePromiseWords } from './use-promise-words.ts';

type Promises = OutputOf<'actions.promises'>;

export function PromisesForums({ rows }: { rows: Promises['forums'] }) {
  const { t } = useTranslation();
  const counts = useCountColumns();
  return (
    <SimpleTable
      label={t('actions:promises.forums')}
      columns={[
        {
          key: 'forum',
          header: t('actions:promises.forum'),
          cell: ({ forumId, forumName }) =>
            forumId === null ? (
              '–'
            ) : (
              <Anchor href={`#/forums/${forumId}/promises`}>
                <bdi>{forumName}</bdi>
              </Anchor>
            ),
        },
        ...counts,
      ]}
      rows={rows}
      rowKey={({ forumId }) => forumId ?? ''}
    />
  );
}

export function PromisesOffices({ rows }: { rows: Promises['offices'] }) {
  const { t } = useTranslation();
  const counts = useCountColumns();
  return (
    <SimpleTable
      label={t('actions:promises.offices')}
      columns={[
        { key: 'office', header: t('actions:promises.office'), cell: ({ officeName }) => <bdi>{officeName}</bdi> },
        ...counts,
      ]}
      rows={rows}
      rowKey={({ office }) => office ?? ''}
    />
  );
}

export function PromisesBodies({ rows }: { rows: Promises['bodies'] }) {
  const { t } = useTranslation();
  const counts = useCountColumns();
  return (
    <SimpleTable
      label={t('actions:promises.bodies')}
      columns={[
        {
          key: 'body',
          header: t('actions:promises.body'),
          cell: ({ responsible }) => <CodeLabel list="ssp_responsible" code={responsible} />,
        },
        ...counts,
      ]}
      rows={rows}
      rowKey={({ responsible }) => responsible}
    />
  );
}

function useCountColumns(): readonly TableColumn<Counts>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = usePromiseWords();
  return [
    { key: 'made', header: t('actions:promises.made'), cell: ({ made }) => format.number(made) },
    ...shownStates.map((state) => ({
      key: state,
      header: words[state],
      cell: (counts: Counts) => format.number(counts[state]),
    })),
    {
      key: 'share',
      header: t('actions:promises.share'),
      cell: (counts) => {
        const share = shareOnTime(counts);
        return share === null ? '–' : format.percent(share);
      },
    },
  ];
}
