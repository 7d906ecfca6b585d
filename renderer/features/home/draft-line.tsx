import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { addressOfRecord } from './address-of-record.ts';

type DraftRow = OutputOf<'drafts.list'>[number];

/** A draft of this person, and where it is taken up. */
export function DraftLine({ row }: { row: DraftRow }) {
  const { t } = useTranslation();
  const words = useFormWords();
  return (
    <div>
      <Anchor href={addressOfDraft(row)}>
        <bdi>{row.title.trim() === '' ? t('home:draft.untitled') : row.title}</bdi>
      </Anchor>
      <Text size="sm" c="dimmed">
        {words[row.form]} · <MomentText value={row.savedAt} />
      </Text>
    </div>
  );
}

function useFormWords(): Readonly<Record<DraftRow['form'], string>> {
  const { t } = useTranslation();
  return {
    forum: t('home:draft.forum'),
    meeting: t('home:draft.meeting'),
    'forum-turn': t('home:draft.forumTurn'),
    issue: t('home:draft.issue'),
    progress: t('home:draft.progress'),
    site: t('home:draft.site'),
    asset: t('home:draft.asset'),
    handover: t('home:draft.handover'),
    check: t('home:draft.check'),
    incident: t('home:draft.incident'),
    plan: t('home:draft.plan'),
    'plan-review': t('home:draft.planReview'),
    mapping: t('home:draft.mapping'),
    dispute: t('home:draft.dispute'),
    step: t('home:draft.step'),
    training: t('home:draft.training'),
    'training-results': t('home:draft.trainingResults'),
    'training-follow-up': t('home:draft.trainingFollowUp'),
    partner: t('home:draft.partner'),
    place: t('home:draft.place'),
    'plan-endorsement': t('plans:endorse.title'),
    'plan-move': t('plans:move.title'),
    'plan-progress': t('plans:progress.title'),
    'minutes-approval': t('meetings:approve.title'),
    'dispute-move': t('disputes:move.title'),
    mediators: t('disputes:mediators.title'),
    certificates: t('trainings:certificate.issueTitle'),
    'mapping-close': t('mappings:close.title'),
    'office-move': t('devices:office.moveTitle'),
    transfer: t('transfers:offer.title'),
    'transfer-return': t('transfers:offer.title'),
    rule: t('home:draft.rule'),
    reason: t('common:label.reason'),
    'new-value': t('home:draft.newValue'),
  };
}

/** Of each form, the folder of its screens, and what follows the record in the address. */
const screens: Readonly<Partial<Record<DraftRow['form'], readonly [folder: string, act: string]>>> = {
  forum: ['forums', '/edit'],
  meeting: ['meetings', '/edit'],
  issue: ['issues', '/edit'],
  site: ['sites', '/edit'],
  asset: ['assets', '/edit'],
  plan: ['plans', '/edit'],
  mapping: ['mappings', '/edit'],
  dispute: ['disputes', '/edit'],
  training: ['trainings', '/edit'],
  partner: ['reference/partners', '/edit'],
  place: ['reference/places', '/edit'],
  progress: ['actions', ''],
  handover: ['holdings', '/hand-over'],
  check: ['holdings', '/check'],
  incident: ['holdings', '/report'],
  'plan-review': ['plans', '/review'],
  'training-results': ['trainings', '/results'],
  'training-follow-up': ['trainings', '/follow-up'],
};

/** Dialogs are taken up on the page of their record. */
function addressOfDraft({ form, recordId, type, part }: DraftRow): string {
  if (form === 'rule') return '#/reference/rules';
  if (form === 'office-move') return `#/offices/${part}`;
  if (form === 'new-value') return '#/conflicts';
  const screen = screens[form];
  if (screen === undefined) return recordId === null ? '#/' : addressOfRecord(type ?? '', recordId);
  const [folder, act] = screen;
  return recordId === null ? `#/${folder}/new` : `#/${folder}/${recordId}${act}`;
}
