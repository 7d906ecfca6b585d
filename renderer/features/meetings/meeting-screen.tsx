import { Alert, Button } from '@mantine/core';
import { IconCalendarPlus, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { wasHeld } from '#shared/domain/meeting-rules.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { GroupValue, groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { ApproveButton } from './approve-button.tsx';
import { InvitationPanel } from './invitation-panel.tsx';
import { MinutesSections } from './minutes-sections.tsx';
import { useMeetingWords } from './use-meeting-words.tsx';
import { ApprovalNotices, VersionsPanel } from './versions-panel.tsx';

export function MeetingScreen({ id }: { id: string }) {
  const meeting = useCall('meetings.get', { meetingId: id });
  return <QueryState of={meeting}>{(view) => <MeetingPage view={view} />}</QueryState>;
}

function MeetingPage({ view }: { view: MeetingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useMeetingWords();
  const labelOfGroup = (group: string) => groupLabel(t, words, group);
  const isPlanned = view.status === 'planned' && view.voided === null;
  return (
    <RecordFrame
      record={view}
      title={t('meetings:title', { number: meetingNumber(view) })}
      kind={t('meetings:section.session')}
      {...(view.approved === null ? { onEdit: () => navigate(`/meetings/${view.id}/edit`) } : {})}
      actions={
        <>
          <MeetingActions view={view} />
          {view.approved === null && wasHeld(view.status) && (
            <PaperButton paper={{ kind: 'minutes', of: view.id, part: '' }} label={t('papers:print.minutes')} />
          )}
        </>
      }
      labelOfGroup={labelOfGroup}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <ApprovalNotices meeting={view} labelOfGroup={labelOfGroup} />
      {view.approved === null && view.attendance.length > 0 && wasHeld(view.status) && (
        <Alert color="gray">{t('meetings:approve.pending')}</Alert>
      )}
      <MinutesSections minutes={view} conflicts={view.conflicts} />
      {isPlanned && <InvitationPanel meeting={view} />}
      {view.approved !== null && <VersionsPanel meeting={view} />}
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

/** What may be done with the minutes at the office that keeps them. */
function MeetingActions({ view }: { view: MeetingView }) {
  const { t } = useTranslation();
  const mayApprove = useCan('policing.approve');
  const mayWrite = useCan('policing.write');
  if (!view.owner.mine || view.voided !== null || view.needsUpdate) return null;
  const isHeld = wasHeld(view.status);
  return (
    <>
      {mayApprove && view.approved === null && isHeld && view.attendance.length > 0 && <ApproveButton meeting={view} />}
      {mayApprove && view.approved !== null && (
        <Button component="a" href={`#/meetings/${view.id}/edit`} leftSection={<IconPencil size={20} aria-hidden />}>
          {t('meetings:correction.act')}
        </Button>
      )}
      {mayWrite && isHeld && (
        <Button
          component="a"
          href={`#/forums/${view.forumId}/meetings/new`}
          variant="default"
          leftSection={<IconCalendarPlus size={20} aria-hidden />}
        >
          {t('meetings:next.plan')}
        </Button>
      )}
    </>
  );
}
