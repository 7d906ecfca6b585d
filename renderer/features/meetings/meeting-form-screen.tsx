import { useEffect } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { ContinuedForm } from '#renderer/components/record-form/continued-form.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState } from '#renderer/components/record-form/use-record-form.ts';
import { EditMeeting } from './edit-meeting.tsx';
import { activeMembers } from './listed-members.ts';
import { MeetingFieldset } from './meeting-fieldset.tsx';
import { type CarriedIn, meetingFormWith } from './meeting-form-model.ts';
import { useMeetingFieldLabels } from './use-meeting-field-labels.ts';
import { useMeetingForm } from './use-meeting-form.ts';

type Props = { forumId?: string; id?: string };

/** With `id` the meeting of that id, with `forumId` a new one of that forum; with neither the new one kept as a draft. */
export function MeetingFormScreen({ forumId, id }: Props) {
  if (id !== undefined) return <EditMeeting id={id} />;
  if (forumId !== undefined) return <NewMeeting key={forumId} forumId={forumId} />;
  return (
    <ContinuedForm form="meeting" otherwise="/forums">
      {(kept) => <NewMeeting forumId={kept} />}
    </ContinuedForm>
  );
}

/** There is one draft of a new meeting: taken up, it may turn the form to the forum it was begun for. */
function NewMeeting({ forumId }: { forumId: string }) {
  const [current, setCurrent] = useState(forumId);
  const forum = useCall('forums.get', { forumId: current }, { keepPrevious: true });
  const carried = useCall('meetings.carriedIn', { forumId: current }, { keepPrevious: true });
  return (
    <QueryState of={forum}>
      {(view) => (
        <QueryState of={carried}>
          {(brought) => <NewMeetingOf forum={view} carried={brought} onForum={setCurrent} />}
        </QueryState>
      )}
    </QueryState>
  );
}

type NewProps = { forum: ForumView; carried: CarriedIn; onForum: (forumId: string) => void };

function NewMeetingOf({ forum, carried, onForum }: NewProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const members = activeMembers(forum);
  const form = useMeetingForm({
    recordId: null,
    forumName: forum.name,
    members,
    initial: () => newFormState(meetingFormWith(carried), null, forum.id),
  });
  const create = useCommand('meetings.create');
  const forumId = form.state.parent ?? forum.id;
  useEffect(() => onForum(forumId), [forumId, onForum]);
  return (
    <RecordForm
      title={t('meetings:form.new')}
      form={form}
      command={create}
      fieldLabels={useMeetingFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ forumId, fields });
        return saved.ok ? () => navigate(`/meetings/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate(`/forums/${forumId}`)}
    >
      <MeetingFieldset forum={forum} fields={form.fields} patch={form.patch} members={members} quorumRatio={null} />
    </RecordForm>
  );
}
