import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import type { Client } from '#renderer/client/client.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState } from '#renderer/components/record-form/use-record-form.ts';
import { today } from '#renderer/components/today.ts';
import { CorrectionFields } from './correction-fields.tsx';
import { membersFor } from './listed-members.ts';
import { MeetingFieldset } from './meeting-fieldset.tsx';
import { type CarriedIn, meetingFormOf } from './meeting-form-model.ts';
import { useMeetingFieldLabels } from './use-meeting-field-labels.ts';
import { useCorrectionForm, useMeetingForm } from './use-meeting-form.ts';
import { useMeetingWords } from './use-meeting-words.tsx';

/** Minutes that are approved are corrected, others edited. */
export function EditMeeting({ id }: { id: string }) {
  const meeting = useCall('meetings.get', { meetingId: id });
  return <QueryState of={meeting}>{(view) => <EditMeetingOfForum meeting={view} />}</QueryState>;
}

function EditMeetingOfForum({ meeting }: { meeting: MeetingView }) {
  const forum = useCall('forums.get', { forumId: meeting.forumId });
  const carried = useCall('meetings.carriedIn', { forumId: meeting.forumId, meetingId: meeting.id });
  const Form = meeting.approved === null ? EditLoadedMeeting : CorrectLoadedMeeting;
  return (
    <QueryState of={forum}>
      {(view) => (
        <QueryState of={carried}>{(brought) => <Form meeting={meeting} forum={view} carried={brought} />}</QueryState>
      )}
    </QueryState>
  );
}

type Props = { meeting: MeetingView; forum: ForumView; carried: CarriedIn };

function EditLoadedMeeting({ meeting, forum, carried }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const members = membersFor(forum, meeting);
  const form = useMeetingForm({
    recordId: meeting.id,
    forumName: forum.name,
    members,
    initial: () => newFormState(meetingFormOf(meeting, carried), meeting.heads),
  });
  const edit = useCommand('meetings.edit');
  const close = () => navigate(`/meetings/${meeting.id}`);
  return (
    <RecordForm
      title={t('meetings:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useMeetingFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ meetingId: meeting.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={useNewer(meeting.id, carried)}
    >
      <MeetingFieldset
        forum={forum}
        fields={form.fields}
        patch={form.patch}
        members={members}
        quorumRatio={meeting.quorum?.ratio ?? null}
      />
    </RecordForm>
  );
}

function CorrectLoadedMeeting({ meeting, forum, carried }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const members = membersFor(forum, meeting);
  const form = useCorrectionForm({
    recordId: meeting.id,
    forumName: forum.name,
    members,
    initial: () => newFormState({ ...meetingFormOf(meeting, carried), correctedOn: today() }, meeting.heads),
  });
  const correct = useCommand('meetings.correct');
  const close = () => navigate(`/meetings/${meeting.id}`);
  return (
    <RecordForm
      title={t('meetings:correction.form')}
      form={form}
      command={correct}
      fieldLabels={useMeetingFieldLabels()}
      onSave={async ({ reason, correctedOn, ...fields }) => {
        const heads = form.state.heads ?? {};
        const saved = await correct.run({ meetingId: meeting.id, fields, reason, correctedOn, heads });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={useNewer(meeting.id, carried)}
    >
      <CorrectionFields fields={form.fields} patch={form.patch} />
      <MeetingFieldset
        forum={forum}
        fields={form.fields}
        patch={form.patch}
        members={members}
        quorumRatio={meeting.quorum?.ratio ?? null}
      />
    </RecordForm>
  );
}

function useNewer(meetingId: string, carried: CarriedIn) {
  const { t } = useTranslation();
  const words = useMeetingWords();
  return {
    labelOfGroup: (group: string) => groupLabel(t, words, group),
    load: async (client: Client) => {
      const answer = await client.call('meetings.get', { meetingId });
      return answer.ok ? { fields: meetingFormOf(answer.value, carried), heads: answer.value.heads } : null;
    },
  };
}
