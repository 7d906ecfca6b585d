import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ActionsEditor } from './actions-editor.tsx';
import { AgendaEditor } from './agenda-editor.tsx';
import { AttendanceEditor, type ListedMember } from './attendance-editor.tsx';
import { DecisionsEditor } from './decisions-editor.tsx';
import { GuestsEditor } from './guests-editor.tsx';
import { IssuesEditor } from './issues-editor.tsx';
import type { MeetingForm } from './meeting-form-model.ts';

type Props = {
  forumName: string;
  fields: MeetingForm;
  members: readonly ListedMember[];
  patch: (change: Partial<MeetingForm>) => void;
};

/** In the order of a real meeting: where and when, who came, what was on the agenda, raised, decided and agreed. */
export function MeetingFieldset({ forumName, fields, members, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('meetings:section.session')}>
        <Facts facts={[{ label: t('meetings:field.forum'), value: <bdi>{forumName}</bdi> }]} />
        <SessionFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('meetings:section.agenda')}>
        <AgendaEditor agenda={fields.agenda} onChange={(agenda) => patch({ agenda })} />
      </FormSection>
      <FormSection title={t('meetings:section.attendance')}>
        <AttendanceEditor
          members={members}
          attendance={fields.attendance}
          onChange={(attendance) => patch({ attendance })}
        />
      </FormSection>
      <FormSection title={t('meetings:section.guests')}>
        <GuestsEditor guests={fields.guests} onChange={(guests) => patch({ guests })} />
      </FormSection>
      <FormSection title={t('meetings:section.issues')}>
        <IssuesEditor issues={fields.issues} agenda={fields.agenda} onChange={(issues) => patch({ issues })} />
      </FormSection>
      <FormSection title={t('meetings:section.decisions')}>
        <DecisionsEditor
          decisions={fields.decisions}
          agenda={fields.agenda}
          onChange={(decisions) => patch({ decisions })}
        />
      </FormSection>
      <FormSection title={t('meetings:section.actions')}>
        <ActionsEditor actions={fields.actions} onChange={(actions) => patch({ actions })} />
      </FormSection>
    </>
  );
}

function SessionFields({ fields, patch }: Pick<Props, 'fields' | 'patch'>) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <CodeField
        list="meeting_type"
        label={t('meetings:field.type')}
        name="fields.type"
        value={fields.type}
        onChange={(type) => patch({ type })}
        required
      />
      <CodeField
        list="meeting_status"
        label={t('meetings:field.status')}
        name="fields.status"
        value={fields.status}
        onChange={(status) => patch({ status })}
        required
      />
      <DateField
        label={t('meetings:field.date')}
        name="fields.date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <LineField
        label={t('meetings:field.venue')}
        name="fields.venue"
        value={fields.venue}
        onChange={(venue) => patch({ venue })}
      />
    </SimpleGrid>
  );
}
