import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';

/** How history and conflicts tell the groups of an issue. */
export function useIssueWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const told = {
      other: text(t('issues:field.other')),
      spot: text(t('issues:field.spot')),
      statement: text(t('issues:field.statement')),
    };
    const handling = { reason: text(t('issues:field.reason')), referral: text(t('issues:field.referral')) };
    return {
      owner: { label: t('issues:group.owner'), fields: {} },
      void: { label: t('issues:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      transfer: transferGroup(t),
      voidReason: { label: t('issues:group.voidReason'), fields: { reason: text(t('common:label.reason')) } },
      origin: {
        label: t('issues:group.origin'),
        fields: {
          raisedOn: { label: t('issues:field.raisedOn'), as: 'date' },
          raisedBy: { label: t('issues:field.raisedBy'), as: { list: 'sex' } },
        },
      },
      pattern: {
        label: t('issues:group.pattern'),
        fields: {
          issue: { label: t('issues:field.issue'), as: { list: 'safety_issue' } },
          time: { label: t('issues:field.time'), as: { list: 'time_of_day' } },
          affected: { label: t('issues:field.affected'), as: { list: 'mapping_group' } },
        },
      },
      place: { label: t('issues:group.place'), fields: { place: { label: t('issues:field.place'), as: 'place' } } },
      told: { label: t('issues:group.told'), fields: told },
      toldSecret: { label: t('issues:group.toldSecret'), fields: told },
      status: {
        label: t('issues:group.status'),
        fields: {
          status: { label: t('issues:field.status'), as: { list: 'issue_status' } },
          on: { label: t('issues:field.statusOn'), as: 'date' },
          step: { label: t('issues:field.step'), as: { list: 'police_problem_step' } },
        },
      },
      handling: { label: t('issues:group.handling'), fields: handling },
      handlingSecret: { label: t('issues:group.handlingSecret'), fields: handling },
      referral: {
        label: t('issues:group.referral'),
        fields: {
          to: { label: t('issues:field.referralTo'), as: { list: 'referral_body' } },
          on: { label: t('issues:field.referredOn'), as: 'date' },
        },
      },
      plan: {
        label: t('issues:group.plan'),
        fields: { plan: { label: t('issues:field.plan'), as: 'identifier' } },
      },
      dispute: {
        label: t('issues:group.dispute'),
        fields: { number: { label: t('issues:field.dispute'), as: 'identifier' } },
      },
      file: { label: t('issues:group.file'), fields: attachmentFields(t) },
      secretFile: { label: t('issues:group.secretFile'), fields: attachmentFields(t) },
    };
  }, [t]);
}
