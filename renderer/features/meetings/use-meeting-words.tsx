import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';
import { GuestLine } from './guest-line.tsx';

/** How history and conflicts tell the groups of a meeting. */
export function useMeetingWords(): GroupWords {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const said = text(t('meetings:issue.statement'));
    return {
      owner: { label: t('meetings:group.owner'), fields: {} },
      void: { label: t('meetings:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      transfer: transferGroup(t),
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
      hours: {
        label: t('meetings:field.hours'),
        fields: {
          start: { label: t('meetings:field.startTime'), as: 'identifier' },
          end: { label: t('meetings:field.endTime'), as: 'identifier' },
        },
      },
      chair: { label: t('meetings:field.chair'), fields: {} },
      reasons: {
        label: t('meetings:group.reasons'),
        fields: { status: text(t('meetings:field.statusReason')), mixed: text(t('meetings:field.mixedReason')) },
      },
      roll: {
        label: t('meetings:group.roll'),
        fields: {
          ratio: {
            label: t('meetings:quorum.rule'),
            as: (value) => (typeof value === 'number' ? format.percent(value) : null),
          },
        },
      },
      substitute: {
        label: t('meetings:group.substitute'),
        fields: {
          sex: { label: t('meetings:guest.sex'), as: { list: 'sex' } },
          ageBand: { label: t('meetings:guest.ageBand'), as: { list: 'age_band' } },
        },
      },
      substituteName: {
        label: t('meetings:group.substituteName'),
        fields: { name: text(t('meetings:substitute.name')) },
      },
      review: {
        label: t('meetings:group.review'),
        fields: {
          status: { label: t('meetings:review.status'), as: { list: 'action_item_status' } },
          note: text(t('meetings:review.note')),
        },
      },
      heard: {
        label: t('meetings:group.heard'),
        fields: {
          where: text(t('meetings:issue.where')),
          timeOfDay: { label: t('meetings:issue.timeOfDay'), as: { list: 'time_of_day' } },
          groups: { label: t('meetings:issue.groups'), as: { list: 'mapping_group' } },
          repeated: { label: t('meetings:issue.heardBefore'), as: 'flag' },
          sex: { label: t('meetings:issue.raisedBySex'), as: { list: 'sex' } },
        },
      },
      vote: {
        label: t('meetings:group.vote'),
        fields: {
          inFavour: { label: t('meetings:vote.inFavour'), as: 'number' },
          against: { label: t('meetings:vote.against'), as: 'number' },
          abstained: { label: t('meetings:vote.abstained'), as: 'number' },
        },
      },
      next: {
        label: t('meetings:group.next'),
        fields: {
          date: { label: t('meetings:next.date'), as: 'date' },
          venue: text(t('meetings:next.venue')),
        },
      },
      version: {
        label: t('meetings:group.version'),
        fields: {
          number: { label: t('meetings:version.number'), as: 'number' },
          on: { label: t('meetings:approve.on'), as: 'date' },
          reason: text(t('common:label.reason')),
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
      progress: {
        label: t('meetings:group.progress'),
        fields: {
          status: { label: t('meetings:action.status'), as: { list: 'action_item_status' } },
          date: { label: t('meetings:progress.date'), as: 'date' },
          note: text(t('meetings:progress.note')),
          evidence: text(t('meetings:progress.evidence')),
        },
      },
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
          resources: text(t('meetings:action.resources')),
          issue: {
            label: t('meetings:action.issue'),
            as: (id) => <Anchor href={`#/issues/${String(id)}`}>{t('actions:page.toIssue')}</Anchor>,
          },
          plan: {
            label: t('meetings:action.planLink'),
            as: (id) => <Anchor href={`#/plans/${String(id)}`}>{t('actions:page.toPlan')}</Anchor>,
          },
        },
      },
    };
  }, [t, format]);
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
