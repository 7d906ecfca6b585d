import { useTranslation } from 'react-i18next';
import { meetingTypeRules, type Quorum, quorumOf, wasHeld } from '#shared/domain/meeting-rules.ts';
import { isCalendarDate } from '#shared/text/dates.ts';
import { Facts } from '#renderer/components/record/facts.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { useRules } from '#renderer/components/use-rules.ts';
import { ActionsEditor } from './actions-editor.tsx';
import { AgendaEditor } from './agenda-editor.tsx';
import { AttendanceEditor } from './attendance-editor.tsx';
import { DecisionsEditor } from './decisions-editor.tsx';
import { GuestsEditor } from './guests-editor.tsx';
import { IssuesEditor } from './issues-editor.tsx';
import type { ListedMember } from './listed-members.ts';
import { attendedIn, type MeetingForm } from './meeting-form-model.ts';
import { NextFields } from './next-fields.tsx';
import { QuorumLine } from './quorum-line.tsx';
import { ReviewsEditor } from './reviews-editor.tsx';
import { MixedReason, SessionFields } from './session-fields.tsx';
import { SubstitutesEditor } from './substitutes-editor.tsx';

type Props = {
  forum: { readonly id: string; readonly name: string };
  fields: MeetingForm;
  members: readonly ListedMember[];
  patch: (change: Partial<MeetingForm>) => void;
  /** Per mille, as the meeting keeps it; null: the rule of its day. */
  quorumRatio: number | null;
};

/**
 * In the order of a real meeting: where and when, what is on the agenda, who came, what became of earlier actions, what
 * was raised, decided and agreed, when to meet again. A meeting that is only planned has no more than an agenda.
 */
export function MeetingFieldset(props: Props) {
  const { t } = useTranslation();
  const { forum, fields, members, patch } = props;
  return (
    <>
      <FormSection title={t('meetings:section.session')}>
        <Facts facts={[{ label: t('meetings:field.forum'), value: <bdi>{forum.name}</bdi> }]} />
        <SessionFields fields={fields} members={members} patch={patch} />
      </FormSection>
      <FormSection title={t('meetings:section.agenda')}>
        <AgendaEditor agenda={fields.agenda} onChange={(agenda) => patch({ agenda })} />
      </FormSection>
      {showsMinutes(fields) && <MinutesSections {...props} />}
    </>
  );
}

/** Also as long as there is anything in them: what was typed never goes out of sight. */
const showsMinutes = ({ status, attendance, guests, issues, decisions, actions }: MeetingForm): boolean =>
  (status !== null && wasHeld(status)) ||
  Object.keys(attendance).length + guests.length + issues.length + decisions.length + actions.length > 0;

function MinutesSections({ forum, fields, members, patch, quorumRatio }: Props) {
  const { t } = useTranslation();
  const { company } = meetingTypeRules(fields.type ?? '');
  return (
    <>
      <FormSection title={t('meetings:section.attendance')}>
        <AttendanceEditor
          members={members}
          attendance={fields.attendance}
          onChange={(attendance) => patch({ attendance })}
          womenOnly={company === 'women'}
        />
        <QuorumLine quorum={useQuorum(fields, members, quorumRatio)} />
        <SubstitutesEditor members={members} fields={fields} onChange={(substitutes) => patch({ substitutes })} />
      </FormSection>
      <FormSection title={t('meetings:section.guests')}>
        <GuestsEditor guests={fields.guests} onChange={(guests) => patch({ guests })} />
        <MixedReason fields={fields} members={members} patch={patch} />
      </FormSection>
      <FormSection title={t('meetings:section.reviews')}>
        <ReviewsEditor reviews={fields.reviews} onChange={(reviews) => patch({ reviews })} />
      </FormSection>
      <FormSection title={t('meetings:section.issues')}>
        <IssuesEditor
          issues={fields.issues}
          agenda={fields.agenda}
          members={members}
          forumId={forum.id}
          onChange={(issues) => patch({ issues })}
        />
      </FormSection>
      <FormSection title={t('meetings:section.decisions')}>
        <DecisionsEditor
          decisions={fields.decisions}
          agenda={fields.agenda}
          onChange={(decisions) => patch({ decisions })}
        />
      </FormSection>
      <FormSection title={t('meetings:section.actions')}>
        <ActionsEditor actions={fields.actions} forumId={forum.id} onChange={(actions) => patch({ actions })} />
      </FormSection>
      <FormSection title={t('meetings:section.next')}>
        <NextFields next={fields.next} onChange={(next) => patch({ next })} />
      </FormSection>
    </>
  );
}

/** As core will reckon it, while the attendance is marked. */
function useQuorum(fields: MeetingForm, members: readonly ListedMember[], kept: number | null): Quorum | null {
  const day = fields.date !== null && isCalendarDate(fields.date) ? fields.date : today();
  const ratio = useRules(day)?.forumQuorumRatio ?? null;
  const inForce = kept ?? ratio;
  if (inForce === null || fields.type === null) return null;
  return quorumOf(fields.type, { ratio: inForce, members }, attendedIn(fields));
}
