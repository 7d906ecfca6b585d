import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { GuestLine } from './guest-line.tsx';

/** How history and conflicts tell the groups of a meeting. */
export function useMeetingWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const said = text(t('meetings:issue.statement'));
    return {
      owner: { label: t('meetings:group.owner'), fields: {} },
      void: { label: t('meetings:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      voidReason: { label: t('meetings:group.voidReason'), fields: { reason: text(t('common:label.reason')) } },
      place: {
        label: t('meetings:group.place'),
        fields: {
          year: { label: t('meetings:history.year'), as: 'identifier' },
          number: { label: t('meetings:history.number'), as: 'identifier' },
        },
      },
      session: {
        label: t('meetings:group.session'),
        fields: {
          type: { label: t('meetings:field.type'), as: { list: 'meeting_type' } },
          status: { label: t('meetings:field.status'), as: { list: 'meeting_status' } },
          date: { label: t('meetings:field.date'), as: 'date' },
          venue: text(t('meetings:field.venue')),
        },
      },
      agenda: {
        label: t('meetings:group.agenda'),
        fields: {
          title: text(t('meetings:agenda.title')),
          order: { label: t('meetings:history.order'), as: 'number' },
        },
      },
      attendance: {
        label: t('meetings:group.attendance'),
        fields: { status: { label: t('meetings:attendance.status'), as: { list: 'attendance_status' } } },
      },
      guests: {
        label: t('meetings:group.guests'),
        fields: { counts: { label: t('meetings:section.guests'), as: (value) => <GuestLines value={value} /> } },
      },
      issue: {
        label: t('meetings:group.issue'),
        fields: { issue: { label: t('meetings:issue.issue'), as: { list: 'safety_issue' } } },
      },
      issueText: { label: t('meetings:group.issueText'), fields: { statement: said } },
      file: { label: t('meetings:group.file'), fields: attachmentFields(t) },
      secretFile: { label: t('meetings:group.secretFile'), fields: attachmentFields(t) },
      issueSecret: { label: t('meetings:group.issueSecret'), fields: { statement: said } },
      decision: {
        label: t('meetings:group.decision'),
        fields: {
          type: { label: t('meetings:decision.type'), as: { list: 'decision_type' } },
          text: text(t('meetings:decision.text')),
        },
      },
      action: {
        label: t('meetings:group.action'),
        fields: {
          what: text(t('meetings:action.what')),
          responsible: { label: t('meetings:action.responsible'), as: { list: 'ssp_responsible' } },
          due: { label: t('meetings:action.due'), as: 'date' },
          status: { label: t('meetings:action.status'), as: { list: 'action_item_status' } },
        },
      },
    };
  }, [t]);
}

/** The value came from a record, possibly of a newer program: what is no count is left out. */
function GuestLines({ value }: { value: unknown }) {
  const rows = Array.isArray(value) ? value.filter(isGuestCount) : [];
  return (
    <span>
      {rows.map((row) => (
        <GuestLine key={`${row.sex} ${row.ageBand}`} {...row} />
      ))}
    </span>
  );
}

type GuestCount = { readonly sex: string; readonly ageBand: string; readonly count: number };

const isGuestCount = (row: unknown): row is GuestCount =>
  typeof row === 'object' &&
  row !== null &&
  'sex' in row &&
  'ageBand' in row &&
  'count' in row &&
  typeof row.count === 'number';
