import { Button, Text } from '@mantine/core';
import { IconFlagOff, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { ImportButton } from '#renderer/components/import-button.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { HandOverButton } from '#renderer/components/transfer/hand-over-button.tsx';
import { today } from '#renderer/components/today.ts';
import { ForumAttendance } from './forum-attendance.tsx';
import { ForumComposition } from './forum-composition.tsx';
import { ForumElections } from './forum-elections.tsx';
import { ForumFacts } from './forum-facts.tsx';
import { ForumGlance } from './forum-glance.tsx';
import { ForumIssues } from './forum-issues.tsx';
import { ForumMeetings } from './forum-meetings.tsx';
import { ForumNotices } from './forum-notices.tsx';
import { ForumTrainings } from './forum-trainings.tsx';
import { ForumHandOver } from './forum-hand-over.tsx';
import { MembersTable } from './members-table.tsx';
import { TurnDialog } from './turn-dialog.tsx';
import { useForumWords } from './use-forum-words.tsx';

export function ForumScreen({ id }: { id: string }) {
  const forum = useCall('forums.get', { forumId: id });
  return <QueryState of={forum}>{(view) => <ForumPage view={view} />}</QueryState>;
}

function ForumPage({ view }: { view: ForumView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useForumWords();
  const page = useCall('forums.dashboard', { forumId: view.id, today: today() });
  return (
    <RecordFrame
      // What is still on its way is not kept elsewhere: the banner says so.
      record={view.incomplete ? { ...view, withheld: [] } : view}
      title={<bdi>{view.name}</bdi>}
      kind={t('forums:section.identity')}
      onEdit={() => navigate(`/forums/${view.id}/edit`)}
      actions={
        <>
          {view.may.edit && <ImportButton to={`/import/members/${view.id}`} />}
          <PaperButton paper={{ kind: 'members', of: view.id, part: '' }} label={t('papers:print.members')} />
          <TurnButton forum={view} />
          <HandOverButton view={view} type="forum" />
        </>
      }
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <ForumHandOver forum={view} />
      <QueryState of={page}>
        {(gathered) => (
          <>
            <ForumNotices forum={view} page={gathered} />
            <ForumGlance forumId={view.id} page={gathered} />
          </>
        )}
      </QueryState>
      <ForumFacts forum={view} lastMeeting={page.value?.lastMeeting ?? null} />
      <FormSection
        title={t('forums:section.members')}
        conflict={inConflict(
          view,
          'member',
          'memberName',
          'memberConsent',
          'holderName',
          'memberBackground',
          'memberTerm',
        )}
      >
        {view.members.length === 0 ? (
          <Text c="dimmed">{t('forums:page.noMembers')}</Text>
        ) : (
          <MembersTable members={view.members} holders={view.holders} />
        )}
      </FormSection>
      <ForumComposition forum={view} />
      <ForumElections forum={view} />
      {page.value && <ForumAttendance meetings={page.value.attendance} />}
      <ForumIssues forumId={view.id} />
      <ForumTrainings forumId={view.id} />
      <AttachmentsPanel record={view} />
      <ForumMeetings forum={view} />
    </RecordFrame>
  );
}

/** Ends the forum or revives it; for those who may approve, and only where the forum is kept. */
function TurnButton({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const mayApprove = useCan('policing.approve');
  if (!mayApprove || !forum.may.edit) return null;
  const ended = isForumEnded(forum.status);
  return (
    <>
      <Button
        variant="default"
        leftSection={
          ended ? (
            <IconPlayerPlay size={20} className="mantine-rotate-rtl" aria-hidden />
          ) : (
            <IconFlagOff size={20} aria-hidden />
          )
        }
        onClick={() => setOpen(true)}
      >
        {ended ? t('forums:turn.revive') : t('forums:turn.end')}
      </Button>
      {open && <TurnDialog forum={forum} onClose={() => setOpen(false)} />}
    </>
  );
}
