import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

type Review = MeetingView['reviews'][number];

/** What was told of actions of earlier meetings. */
export function ReviewsList({ reviews }: { reviews: readonly Review[] }) {
  const { t } = useTranslation();
  if (reviews.length === 0) return <Text c="dimmed">{t('meetings:review.noneTold')}</Text>;
  const columns: readonly TableColumn<Review>[] = [
    { key: 'what', header: t('meetings:action.what'), cell: ({ what }) => <bdi>{what}</bdi> },
    {
      key: 'from',
      header: t('meetings:review.from'),
      cell: (review) => (
        <Anchor href={`#/meetings/${review.meeting}`}>
          <Identifier>{meetingNumber(review)}</Identifier>
        </Anchor>
      ),
    },
    { key: 'due', header: t('meetings:action.due'), cell: ({ due }) => <DateText value={due} /> },
    {
      key: 'status',
      header: t('meetings:review.status'),
      cell: ({ status }) => <CodeLabel list="action_item_status" code={status} />,
    },
    { key: 'note', header: t('meetings:review.note'), cell: ({ note }) => <bdi>{note}</bdi> },
  ];
  return (
    <SimpleTable
      label={t('meetings:section.reviews')}
      columns={columns}
      rows={reviews}
      rowKey={({ action }) => action}
    />
  );
}
