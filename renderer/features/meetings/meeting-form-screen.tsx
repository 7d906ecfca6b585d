import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import { MeetingFields, type MeetingView } from '#shared/contract/meetings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { ListedMember } from './attendance-editor.tsx';
import { MeetingFieldset } from './meeting-fieldset.tsx';
import { emptyMeeting, type MeetingForm, meetingFormOf, meetingInputOf } from './meeting-form-model.ts';
import { useMeetingFieldLabels } from './use-meeting-field-labels.ts';
import { useMeetingWords } from './use-meeting-words.tsx';

type Props = { forumId?: string; id?: string };

/** With `id` the meeting of that id, with `forumId` a new one of that forum; with neither the new one kept as a draft. */
export function MeetingFormScreen({ forumId, id }: Props) {
  if (id !== undefined) return <EditMeeting id={id} />;
  return forumId === undefined ? <ContinuedMeeting /> : <NewMeeting key={forumId} forumId={forumId} />;
}

/** Only the draft knows its forum. */
function ContinuedMeeting() {
  const draft = useCall('drafts.get', { form: 'meeting', recordId: null });
  return (
    <QueryState of={draft}>
      {(kept) => {
        const forumId = kept === null ? null : (JSON.parse(kept.data) as FormState<MeetingForm>).parent;
        return forumId === null ? <Redirect to="/forums" /> : <NewMeeting forumId={forumId} />;
      }}
    </QueryState>
  );
}

/** There is one draft of a new meeting: taken up, it may turn the form to the forum it was begun for. */
function NewMeeting({ forumId }: { forumId: string }) {
  const [current, setCurrent] = useState(forumId);
  const forum = useCall('forums.get', { forumId: current }, { keepPrevious: true });
  return <QueryState of={forum}>{(view) => <NewMeetingOf forum={view} onForum={setCurrent} />}</QueryState>;
}

function NewMeetingOf({ forum, onForum }: { forum: ForumView; onForum: (forumId: string) => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useMeetingForm(null, forum.name, () => newFormState(emptyMeeting, null, forum.id));
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
      <MeetingFieldset forumName={forum.name} fields={form.fields} patch={form.patch} members={activeMembers(forum)} />
    </RecordForm>
  );
}

function EditMeeting({ id }: { id: string }) {
  const meeting = useCall('meetings.get', { meetingId: id });
  return <QueryState of={meeting}>{(view) => <EditMeetingOfForum meeting={view} />}</QueryState>;
}

function EditMeetingOfForum({ meeting }: { meeting: MeetingView }) {
  const forum = useCall('forums.get', { forumId: meeting.forumId });
  return <QueryState of={forum}>{(view) => <EditLoadedMeeting meeting={meeting} forum={view} />}</QueryState>;
}

function EditLoadedMeeting({ meeting, forum }: { meeting: MeetingView; forum: ForumView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useMeetingWords();
  const form = useMeetingForm(meeting.id, forum.name, () => newFormState(meetingFormOf(meeting), meeting.heads));
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
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('meetings.get', { meetingId: meeting.id });
          return answer.ok ? { fields: meetingFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <MeetingFieldset
        forumName={forum.name}
        fields={form.fields}
        patch={form.patch}
        members={membersFor(forum, meeting)}
      />
    </RecordForm>
  );
}

function useMeetingForm(recordId: string | null, forumName: string, initial: () => FormState<MeetingForm>) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'meeting',
    recordId,
    initial,
    schema: MeetingFields,
    toInput: meetingInputOf,
    draftTitle: () => t('meetings:form.draftTitle', { name: forumName }),
  });
}

const activeMembers = (forum: ForumView): readonly ListedMember[] =>
  forum.members.filter(({ status }) => status === 'active');

/** Active members, and those who were marked when they still were. */
function membersFor(forum: ForumView, meeting: MeetingView): readonly ListedMember[] {
  const active = activeMembers(forum);
  const earlier = meeting.attendance
    .filter(({ member }) => active.every(({ id }) => id !== member))
    .map(({ member, name, role }) => ({ id: member, name, role }));
  return [...active, ...earlier];
}
