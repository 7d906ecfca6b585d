import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';

/** How history and conflicts tell the groups of a forum. */
export function useForumWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      owner: { label: t('forums:group.owner'), fields: {} },
      void: { label: t('forums:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      voidReason: {
        label: t('forums:group.voidReason'),
        fields: { reason: { label: t('common:label.reason'), as: 'text' } },
      },
      identity: {
        label: t('forums:group.identity'),
        fields: {
          name: { label: t('forums:field.name'), as: 'text' },
          place: { label: t('forums:field.place'), as: 'place' },
        },
      },
      service: {
        label: t('forums:group.service'),
        fields: { servingOffice: { label: t('forums:field.servingOffice'), as: 'text' } },
      },
      founding: {
        label: t('forums:group.founding'),
        fields: {
          foundedOn: { label: t('forums:field.foundedOn'), as: 'date' },
          establishedBy: { label: t('forums:field.establishedBy'), as: 'text' },
        },
      },
      status: {
        label: t('forums:group.status'),
        fields: { status: { label: t('forums:field.status'), as: { list: 'forum_status' } } },
      },
      member: {
        label: t('forums:group.member'),
        fields: {
          role: { label: t('forums:member.role'), as: { list: 'forum_role' } },
          category: { label: t('forums:member.category'), as: { list: 'forum_member_category' } },
          status: { label: t('forums:member.status'), as: { list: 'membership_status' } },
          since: { label: t('forums:member.since'), as: 'date' },
          sex: { label: t('forums:member.sex'), as: { list: 'sex' } },
          ageBand: { label: t('forums:member.ageBand'), as: { list: 'age_band' } },
        },
      },
      file: { label: t('forums:group.file'), fields: attachmentFields(t) },
      memberConsent: {
        label: t('forums:group.memberConsent'),
        fields: { named: { label: t('forums:member.named'), as: 'flag' } },
      },
      holderName: {
        label: t('forums:group.holderName'),
        fields: { name: { label: t('forums:member.name'), as: 'text' } },
      },
      memberName: {
        label: t('forums:group.memberName'),
        fields: {
          name: { label: t('forums:member.name'), as: 'text' },
          phone: { label: t('forums:member.phone'), as: 'identifier' },
        },
      },
    }),
    [t],
  );
}
