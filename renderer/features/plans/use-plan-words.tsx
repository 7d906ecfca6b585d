import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';
import { drawMoney } from '#renderer/components/money-text.tsx';
import { PartnerLabels } from '#renderer/components/partner-label.tsx';
import { FigureLines } from './figure-lines.tsx';
import { IssueLinks } from './issue-links.tsx';

/** How history and conflicts tell the groups of a plan. */
export function usePlanWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const date = (label: string): FieldWords => ({ label, as: 'date' });
    const number = (label: string): FieldWords => ({ label, as: 'number' });
    const code = (label: string, list: string): FieldWords => ({ label, as: { list } });
    const told = {
      place: text(t('plans:problem.place')),
      statement: text(t('plans:problem.statement')),
      immediateCauses: text(t('plans:problem.immediateCauses')),
      deeperCauses: text(t('plans:problem.deeperCauses')),
      effects: text(t('plans:problem.effects')),
    };
    return {
      owner: { label: t('plans:group.owner'), fields: {} },
      void: { label: t('plans:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      transfer: transferGroup(t),
      voidReason: { label: t('plans:group.voidReason'), fields: { reason: text(t('common:label.reason')) } },
      place: {
        label: t('plans:group.place'),
        fields: {
          year: { label: t('plans:history.year'), as: 'identifier' },
          number: { label: t('plans:history.number'), as: 'identifier' },
        },
      },
      identity: {
        label: t('plans:group.identity'),
        fields: {
          title: text(t('plans:field.title')),
          startsOn: date(t('plans:field.startsOn')),
          endsOn: date(t('plans:field.endsOn')),
          draftedOn: date(t('plans:field.draftedOn')),
        },
      },
      status: {
        label: t('plans:group.status'),
        fields: { status: code(t('plans:field.status'), 'ssp_status'), since: date(t('plans:field.since')) },
      },
      move: {
        label: t('plans:group.move'),
        fields: {
          to: code(t('plans:field.status'), 'ssp_status'),
          date: date(t('common:label.date')),
          reason: text(t('common:label.reason')),
        },
      },
      figures: {
        label: t('plans:group.figures'),
        fields: { known: { label: t('plans:group.figures'), as: (value) => <FigureLines value={value} /> } },
      },
      profile: {
        label: t('plans:group.profile'),
        fields: {
          area: text(t('plans:profile.area')),
          communities: text(t('plans:profile.communities')),
          services: text(t('plans:profile.services')),
          history: text(t('plans:profile.history')),
          source: text(t('plans:profile.source')),
        },
      },
      consultation: { label: t('plans:group.consultation'), fields: {} },
      problem: {
        label: t('plans:group.problem'),
        fields: {
          issue: code(t('plans:problem.issue'), 'safety_issue'),
          timeOfDay: code(t('plans:problem.time'), 'time_of_day'),
          harmed: code(t('plans:problem.harmed'), 'mapping_group'),
          issues: {
            label: t('plans:problem.toIssue'),
            as: (value) => <IssueLinks ids={Array.isArray(value) ? value.map(String) : []} />,
          },
        },
      },
      score: {
        label: t('plans:group.score'),
        fields: {
          likelihood: number(t('plans:score.likelihood')),
          impact: number(t('plans:score.impact')),
          vulnerable: { label: t('plans:score.vulnerableShort'), as: 'flag' },
        },
      },
      problemText: { label: t('plans:group.problemText'), fields: told },
      problemSecret: { label: t('plans:group.problemSecret'), fields: told },
      ranking: { label: t('plans:group.ranking'), fields: { reason: text(t('plans:problem.rankReason')) } },
      action: {
        label: t('plans:group.action'),
        fields: {
          what: text(t('plans:action.what')),
          type: code(t('plans:action.type'), 'ssp_action_type'),
          responsible: code(t('plans:action.responsible'), 'ssp_responsible'),
          partnerIds: {
            label: t('plans:action.partners'),
            as: (value) => <PartnerLabels ids={Array.isArray(value) ? value.map(String) : []} />,
          },
          partners: text(t('plans:action.otherPartners')),
          cost: { label: t('plans:action.cost'), as: drawMoney, with: ['currency'] },
          startsOn: date(t('plans:action.startsOn')),
          due: date(t('plans:action.due')),
          indicator: text(t('plans:action.indicator')),
          doNoHarm: text(t('plans:action.doNoHarm')),
        },
      },
      actionState: {
        label: t('plans:group.actionState'),
        fields: {
          status: code(t('plans:progress.status'), 'ssp_action_status'),
          doneOn: date(t('plans:progress.doneOn')),
          newDue: date(t('plans:progress.newDue')),
          note: text(t('plans:progress.note')),
        },
      },
      endorsement: {
        label: t('plans:group.endorsement'),
        fields: {
          date: date(t('common:label.date')),
          present: number(t('plans:endorse.present')),
          needed: number(t('plans:endorse.needed')),
          gapReason: text(t('plans:endorse.gapReason')),
        },
      },
      review: {
        label: t('plans:group.review'),
        fields: {
          date: date(t('common:label.date')),
          findings: text(t('plans:review.findings')),
          next: text(t('plans:review.next')),
        },
      },
      version: {
        label: t('plans:group.version'),
        fields: {
          number: number(t('plans:version.number')),
          date: date(t('common:label.date')),
          reason: text(t('common:label.reason')),
        },
      },
      versionSecret: { label: t('plans:group.versionSecret'), fields: {} },
      file: { label: t('plans:group.file'), fields: attachmentFields(t) },
      secretFile: { label: t('plans:group.secretFile'), fields: attachmentFields(t) },
    } satisfies GroupWords;
  }, [t]);
}
