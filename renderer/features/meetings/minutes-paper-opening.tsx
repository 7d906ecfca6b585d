import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { tookPart } from '#shared/domain/meeting-rules.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import {
  type PaperColumn,
  PaperLine,
  PaperSection,
  PaperTable,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';
import { PaperAgenda } from './paper-agenda.tsx';
import { QuorumParagraph } from './quorum-line.tsx';

type Content = OutputOf<'meetings.version'>['content'];
type Attended = Content['attendance'][number];

/** Who came, and what was to be spoken about. */
export function MinutesPaperOpening({ minutes }: { minutes: Content }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { attendance, guests, mixedReason, agenda } = minutes;
  const came = attendance.filter(({ status }) => tookPart(status));
  const women = came.filter(
    ({ status, sex, substitute }) => (status === 'substitute' ? substitute?.sex : sex) === 'female',
  );
  const columns: readonly PaperColumn<Attended>[] = [
    { key: 'name', header: t('meetings:attendance.member'), width: 'wide', cell: (row) => <Member attended={row} /> },
    { key: 'role', header: t('forums:member.role'), cell: ({ role }) => <CodeLabel list="forum_role" code={role} /> },
    { key: 'sex', header: t('forums:member.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'status',
      header: t('meetings:attendance.status'),
      cell: ({ status }) => <CodeLabel list="attendance_status" code={status} />,
    },
  ];
  const visitors = guests.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PaperSection title={t('meetings:section.attendance')}>
        {attendance.length > 0 && (
          <PaperLine
            parts={[
              t('meetings:count.present', { count: came.length }),
              came.length > 0 && t('meetings:count.women', { count: women.length }),
            ]}
          />
        )}
        <QuorumParagraph quorum={minutes.quorum} />
        <PaperTable
          columns={columns}
          rows={attendance}
          rowKey={({ member }) => member}
          empty={t('meetings:attendance.noneRecorded')}
        />
      </PaperSection>
      <PaperSection title={t('meetings:section.guests')}>
        <p>{t('meetings:count.guests', { count: visitors })}</p>
        {guests.map(({ sex, ageBand, count }) => (
          <PaperLine
            key={`${sex} ${ageBand}`}
            parts={[
              <CodeLabel key="sex" list="sex" code={sex} />,
              <CodeLabel key="age" list="age_band" code={ageBand} />,
              format.number(count),
            ]}
          />
        ))}
        {mixedReason !== '' && (
          <p>
            {t('meetings:field.mixedReason')}: <PaperText value={mixedReason} />
          </p>
        )}
      </PaperSection>
      <PaperAgenda agenda={agenda} />
    </>
  );
}

function Member({ attended: { name, substitute } }: { attended: Attended }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <PaperText value={name} />
      </p>
      {substitute && (
        <PaperLine
          parts={[
            t('papers:minutes.substitute'),
            substitute.name !== '' && <PaperText key="name" value={substitute.name} />,
            <CodeLabel key="sex" list="sex" code={substitute.sex} />,
            <CodeLabel key="age" list="age_band" code={substitute.ageBand} />,
          ]}
        />
      )}
    </>
  );
}
