import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import { usePaperContext } from '#renderer/components/paper/paper-context.ts';
import { PaperFacts, PaperSignatures } from '#renderer/components/paper/paper-pieces.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { PaperAgenda } from './paper-agenda.tsx';

/** Invites the members of a forum to a meeting; it names none of them. `of`: the meeting. */
export function InvitationPaper({ of }: { of: string }) {
  const meeting = useCall('meetings.get', { meetingId: of });
  return <QueryState of={meeting}>{(value) => <Contents meeting={value} />}</QueryState>;
}

function Contents({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { copy } = usePaperContext();
  const { forumName, type, status, date, startTime, venue, agenda, voided } = meeting;
  const isOff = voided !== null || status !== 'planned';
  return (
    <PaperBody
      title={t('papers:kind.invitation')}
      number={meetingNumber(meeting)}
      date={date}
      file="invitation"
      standing={isOff ? t('papers:invitation.notPlanned') : undefined}
    >
      <p>{t('meetings:invitation.to', { name: forumName })}</p>
      <p>{t('papers:invitation.invite')}</p>
      <PaperFacts
        facts={[
          { label: t('meetings:field.type'), value: <CodeLabel list="meeting_type" code={type} /> },
          { label: t('meetings:field.date'), value: format.dateWithWeekday(date), number: date },
          { label: t('meetings:field.startTime'), number: startTime },
          { label: t('meetings:field.venue'), value: venue !== '' && <bdi>{venue}</bdi> },
        ]}
      />
      <PaperAgenda agenda={agenda} />
      <p>{t('meetings:invitation.answer')}</p>
      <PaperSignatures signatures={[{ place: t('papers:signatures.for', { name: copy.office.name }) }]} />
    </PaperBody>
  );
}
