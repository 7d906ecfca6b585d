import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { ListedMember } from './listed-members.ts';
import { type MeetingForm, meetingInputOf } from './meeting-form-model.ts';
import { correctionSchema, meetingSchema } from './meeting-schema.ts';

type Options = {
  recordId: string | null;
  forumName: string;
  members: readonly ListedMember[];
  initial: () => FormState<MeetingForm>;
};

/** State of the form of a meeting, judged as core judges it. */
export function useMeetingForm({ members, forumName, ...options }: Options) {
  const { t } = useTranslation();
  const schema = useMemo(() => meetingSchema(members), [members]);
  return useRecordForm({
    ...options,
    draftForm: 'meeting',
    schema,
    toInput: meetingInputOf,
    draftTitle: () => t('meetings:form.draftTitle', { name: forumName }),
  });
}

/** The same for a correction of approved minutes. */
export function useCorrectionForm({ members, forumName, ...options }: Options) {
  const { t } = useTranslation();
  const schema = useMemo(() => correctionSchema(members), [members]);
  return useRecordForm({
    ...options,
    draftForm: 'meeting',
    schema,
    toInput: (form: MeetingForm) => ({
      ...(meetingInputOf(form) as object),
      reason: form.reason,
      correctedOn: form.correctedOn,
    }),
    draftTitle: () => t('meetings:form.draftTitle', { name: forumName }),
  });
}
