import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

type Labels = Readonly<Record<string, string>>;

/** Words for the path of a field, for the summary above the form. */
export function useForumFieldLabels(): (path: string) => string | undefined {
  const { t } = useTranslation();
  const top = labelsOfForum(t);
  const member = labelsOfMember(t);
  const statute = labelsOfStatute(t);
  const election = labelsOfElection(t);
  const candidate = labelsOfCandidate(t);
  const inRow = (row: string, field: string): string => t('common:record.fieldOfRow', { row, field });
  return (path) => {
    const [, field = '', index, part = '', inner, last = ''] = path.split('.');
    if (index === undefined) return top[field];
    if (field === 'statute') return statute[index];
    const number = Number(index) + 1;
    if (field === 'members') return inRow(t('forums:member.row', { number }), member[part] ?? '');
    const row = t('forums:election.row', { number });
    if (inner === undefined) return inRow(row, election[part] ?? '');
    return inRow(inRow(row, t('forums:candidate.row', { number: Number(inner) + 1 })), candidate[last] ?? '');
  };
}

const labelsOfForum = (t: TFunction): Labels => ({
  name: t('forums:field.name'),
  place: t('forums:field.place'),
  servingOffice: t('forums:field.servingOffice'),
  site: t('forums:field.site'),
  farReason: t('forums:field.farReason'),
  foundedOn: t('forums:field.foundedOn'),
  establishedBy: t('forums:field.establishedBy'),
  partners: t('forums:field.partners'),
  status: t('forums:field.status'),
  members: t('forums:section.members'),
  elections: t('forums:section.elections'),
});

const labelsOfMember = (t: TFunction): Labels => ({
  name: t('forums:member.name'),
  phone: t('forums:member.phone'),
  sex: t('forums:member.sex'),
  ageBand: t('forums:member.ageBand'),
  category: t('forums:member.category'),
  role: t('forums:member.role'),
  status: t('forums:member.status'),
  since: t('forums:member.since'),
  named: t('forums:member.named'),
  secondary: t('forums:member.secondary'),
  displacement: t('forums:member.displacement'),
  selection: t('forums:member.selection'),
  institution: t('forums:member.institution'),
  termFrom: t('forums:member.termFrom'),
  termUntil: t('forums:member.termUntil'),
  leftOn: t('forums:member.leftOn'),
});

const labelsOfStatute = (t: TFunction): Labels => ({
  adoptedOn: t('forums:statute.adoptedOn'),
  order: t('forums:statute.order'),
  area: t('forums:statute.area'),
  aims: t('forums:statute.aims'),
  usualMeeting: t('forums:statute.usualMeeting'),
});

const labelsOfElection = (t: TFunction): Labels => ({
  on: t('forums:election.on'),
  role: t('forums:election.role'),
  voters: t('forums:election.voters'),
  reason: t('forums:election.reason'),
  candidates: t('forums:candidate.title'),
});

const labelsOfCandidate = (t: TFunction): Labels => ({
  member: t('forums:candidate.member'),
  name: t('forums:candidate.name'),
  sex: t('forums:member.sex'),
  votes: t('forums:candidate.votes'),
  elected: t('forums:candidate.elected'),
});
