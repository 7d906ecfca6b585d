import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { wasHeld } from '#shared/domain/meeting-rules.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import { PaperFacts, PaperSignatures, PaperText } from '#renderer/components/paper/paper-pieces.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { MinutesPaperAgreed } from './minutes-paper-agreed.tsx';
import { MinutesPaperOpening } from './minutes-paper-opening.tsx';

/** The minutes of a meeting. `of`: the meeting; `part`: element id of an approved version, empty as they stand. */
export function MinutesPaper({ of, part }: { of: string; part: string }) {
  return part === '' ? <AsTheyStand of={of} /> : <OfVersion of={of} versionId={part} />;
}

type Content = OutputOf<'meetings.version'>['content'];
type Version = OutputOf<'meetings.versions'>[number];

function AsTheyStand({ of }: { of: string }) {
  const { t } = useTranslation();
  const meeting = useCall('meetings.get', { meetingId: of });
  return (
    <QueryState of={meeting}>
      {(view) => <Minutes minutes={view} version={null} standing={standingOf(view, t)} />}
    </QueryState>
  );
}

/** What keeps the minutes from counting as they stand. */
function standingOf({ voided, conflicts, approved, status }: MeetingView, t: TFunction): string | undefined {
  if (voided !== null) return t('papers:minutes.voided');
  if (conflicts.length > 0) return t('papers:minutes.conflict');
  if (approved !== null) return t('papers:minutes.asTheyStand');
  return wasHeld(status) ? t('meetings:approve.pending') : t('papers:minutes.notHeld');
}

function OfVersion({ of, versionId }: { of: string; versionId: string }) {
  const versions = useCall('meetings.versions', { meetingId: of });
  const version = useCall('meetings.version', { meetingId: of, versionId });
  return (
    <QueryState of={versions}>
      {(rows) => (
        <QueryState of={version}>
          {({ content }) => <Minutes minutes={content} version={rows.find(({ id }) => id === versionId) ?? null} />}
        </QueryState>
      )}
    </QueryState>
  );
}

type MinutesProps = { minutes: Content; version: Version | null; standing?: string | undefined };

/** In the order of a real meeting. */
function Minutes({ minutes, version, standing }: MinutesProps) {
  const { t } = useTranslation();
  const number = meetingNumber(minutes);
  return (
    <PaperBody
      title={t('papers:kind.minutes')}
      number={version === null ? number : `${number}-${version.version}`}
      date={minutes.date}
      file="minutes"
      standing={standing}
    >
      <SessionFacts minutes={minutes} version={version} />
      <MinutesPaperOpening minutes={minutes} />
      <MinutesPaperAgreed minutes={minutes} />
      <PaperSignatures
        signatures={[
          { place: t('papers:minutes.chair'), name: minutes.chair?.name },
          { place: t('papers:minutes.secretary') },
          { place: t('papers:signatures.police') },
        ]}
      />
    </PaperBody>
  );
}

function SessionFacts({ minutes, version }: { minutes: Content; version: Version | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { forumName, type, status, date, startTime, endTime, venue, chair, statusReason } = minutes;
  return (
    <PaperFacts
      facts={[
        { label: t('meetings:field.forum'), value: <bdi>{forumName}</bdi> },
        { label: t('meetings:field.type'), value: <CodeLabel list="meeting_type" code={type} /> },
        { label: t('meetings:field.status'), value: <CodeLabel list="meeting_status" code={status} /> },
        { label: t('meetings:field.date'), value: format.dateWithWeekday(date), number: date },
        { label: t('meetings:field.startTime'), number: startTime },
        { label: t('meetings:field.endTime'), number: endTime },
        { label: t('meetings:field.venue'), value: venue !== '' && <bdi>{venue}</bdi> },
        { label: t('meetings:field.chair'), value: chair && <PaperText value={chair.name} /> },
        { label: t('meetings:field.statusReason'), value: statusReason !== '' && <PaperText value={statusReason} /> },
        {
          label: t('meetings:version.number'),
          value: version && (version.version === 1 ? t('papers:minutes.first') : t('papers:minutes.corrected')),
          number: version && `${version.version} / ${version.on}`,
        },
        {
          label: t('papers:minutes.why'),
          value: version && version.reason !== '' && <PaperText value={version.reason} />,
        },
      ]}
    />
  );
}
