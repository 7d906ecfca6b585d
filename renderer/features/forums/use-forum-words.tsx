import { Badge, Group } from '@mantine/core';
import { turnWord } from './turn-word.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentFields } from '#renderer/components/attachments/attachment-fields.ts';
import { SiteLabel } from '#renderer/components/site-label.tsx';
import { PartnerLabels } from '#renderer/components/partner-label.tsx';
import { fieldOf, FieldValue, type GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';

/** How history and conflicts tell the groups of a forum. */
export function useForumWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      owner: { label: t('forums:group.owner'), fields: {} },
      void: { label: t('forums:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      transfer: transferGroup(t),
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
      site: {
        label: t('forums:group.site'),
        fields: {
          site: { label: t('forums:field.site'), as: (value) => <SiteLabel id={String(value)} /> },
          farReason: { label: t('forums:field.farReason'), as: 'text' },
        },
      },
      statute: {
        label: t('forums:group.statute'),
        fields: {
          adoptedOn: { label: t('forums:statute.adoptedOn'), as: 'date' },
          order: { label: t('forums:statute.order'), as: 'text' },
          area: { label: t('forums:statute.area'), as: 'text' },
          aims: { label: t('forums:statute.aims'), as: 'text' },
          usualMeeting: { label: t('forums:statute.usualMeeting'), as: 'text' },
        },
      },
      partners: {
        label: t('forums:group.partners'),
        fields: { ids: { label: t('forums:field.partners'), as: (value) => <Partners value={value} /> } },
      },
      turn: {
        label: t('forums:group.turn'),
        fields: {
          kind: { label: t('forums:turn.kind'), as: (value) => <TurnKind value={value} /> },
          on: { label: t('forums:turn.on'), as: 'date' },
          reason: { label: t('common:label.reason'), as: 'text' },
        },
      },
      memberBackground: {
        label: t('forums:group.memberBackground'),
        fields: {
          secondary: { label: t('forums:member.secondary'), as: { list: 'forum_member_category' } },
          institution: { label: t('forums:member.institution'), as: 'text' },
          selection: { label: t('forums:member.selection'), as: { list: 'selection_method' } },
          displacement: { label: t('forums:member.displacement'), as: { list: 'displacement_status' } },
        },
      },
      memberTerm: {
        label: t('forums:group.memberTerm'),
        fields: {
          from: { label: t('forums:member.termFrom'), as: 'date' },
          until: { label: t('forums:member.termUntil'), as: 'date' },
          leftOn: { label: t('forums:member.leftOn'), as: 'date' },
        },
      },
      election: {
        label: t('forums:group.election'),
        fields: {
          on: { label: t('forums:election.on'), as: 'date' },
          role: { label: t('forums:election.role'), as: { list: 'forum_role' } },
          counted: { label: t('forums:election.counted'), as: 'flag' },
          voters: { label: t('forums:election.voters'), as: (value) => <Voters value={value} /> },
          reason: { label: t('forums:election.reason'), as: 'text' },
          candidates: { label: t('forums:candidate.title'), as: (value) => <Candidates value={value} /> },
        },
      },
      candidateName: {
        label: t('forums:group.candidateName'),
        fields: { name: { label: t('forums:candidate.name'), as: 'text' } },
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

function Partners({ value }: { value: unknown }) {
  return <PartnerLabels ids={Array.isArray(value) ? value.map(String) : []} />;
}

function TurnKind({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const word = turnWord(t, String(value));
  return word ?? t('common:record.unknownCode', { code: String(value) });
}

/** 0 is "not written down". */
function Voters({ value }: { value: unknown }) {
  return value === 0 ? '–' : <FieldValue as="number" value={value} />;
}

/** Their numbers alone: names stand with the members and with the candidates from outside. */
function Candidates({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const rows = Array.isArray(value) ? value : [];
  return rows.map((row, index) => {
    const votes = fieldOf(row, 'votes');
    const elected = fieldOf(row, 'elected') === true;
    return (
      <Group key={String(fieldOf(row, 'id'))} gap="xs" component="span">
        <span>{t('forums:candidate.row', { number: index + 1 })}</span>
        {typeof votes === 'number' && <span>{t('forums:count.votes', { count: votes })}</span>}
        {elected && <Badge variant="default">{t('forums:candidate.elected')}</Badge>}
      </Group>
    );
  });
}
