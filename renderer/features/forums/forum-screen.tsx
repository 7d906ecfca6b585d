import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ForumMeetings } from './forum-meetings.tsx';
import { MembersTable } from './members-table.tsx';
import { useForumWords } from './use-forum-words.ts';

export function ForumScreen({ id }: { id: string }) {
  const forum = useCall('forums.get', { forumId: id });
  return <QueryState of={forum}>{(view) => <ForumPage view={view} />}</QueryState>;
}

function ForumPage({ view }: { view: ForumView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useForumWords();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{view.name}</bdi>}
      kind={t('forums:section.identity')}
      onEdit={() => navigate(`/forums/${view.id}/edit`)}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <FormSection
        title={t('forums:section.identity')}
        conflict={inConflict(view, 'identity', 'service', 'founding', 'status')}
      >
        <Facts
          facts={[
            { label: t('common:label.place'), value: <PlaceLabel code={view.place} /> },
            { label: t('forums:field.status'), value: <CodeLabel list="forum_status" code={view.status} /> },
            { label: t('forums:field.servingOffice'), value: view.servingOffice && <bdi>{view.servingOffice}</bdi> },
            { label: t('forums:field.foundedOn'), value: <DateText value={view.foundedOn} /> },
            { label: t('forums:field.establishedBy'), value: view.establishedBy && <bdi>{view.establishedBy}</bdi> },
          ]}
        />
      </FormSection>
      <FormSection
        title={t('forums:section.members')}
        conflict={inConflict(view, 'member', 'memberName', 'memberConsent', 'holderName')}
      >
        {view.members.length === 0 ? (
          <Text c="dimmed">{t('forums:page.noMembers')}</Text>
        ) : (
          <MembersTable members={view.members} holders={view.holders} />
        )}
      </FormSection>
      <AttachmentsPanel record={view} />
      <ForumMeetings forum={view} />
    </RecordFrame>
  );
}
