import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import { PaperLine, PaperSection, PaperTable } from '#renderer/components/paper/paper-pieces.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { today } from '#renderer/components/today.ts';
import { type Answered, answersOf } from './answers.ts';

type NextMeeting = OutputOf<'forums.dashboard'>['nextMeeting'];

/**
 * "You said, we did": what people raised in a forum, what was agreed on it and what became of it, to be read out and
 * posted at the next meeting. It quotes nobody, and leaves sensitive issues out. `of`: the forum.
 */
export function AnswersPaper({ of }: { of: string }) {
  const forum = useCall('forums.get', { forumId: of });
  const dashboard = useCall('forums.dashboard', { forumId: of, today: today() });
  const issues = useCall('issues.list', { forumId: of, today: today(), limit: 200 });
  const actions = useCall('actions.list', { forumId: of, today: today(), show: 'all', limit: 200 });
  return (
    <QueryState of={forum}>
      {({ name }) => (
        <QueryState of={dashboard}>
          {({ nextMeeting, lastMeeting }) => (
            <QueryState of={issues}>
              {(raised) => (
                <QueryState of={actions}>
                  {(agreed) => (
                    <Contents
                      forumName={name}
                      next={nextMeeting}
                      last={lastMeeting}
                      answers={answersOf(raised.rows, agreed.rows)}
                    />
                  )}
                </QueryState>
              )}
            </QueryState>
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

type ContentsProps = {
  forumName: string;
  next: NextMeeting;
  /** Its day. */
  last: string | null;
  answers: ReturnType<typeof answersOf>;
};

function Contents({ forumName, next, last, answers }: ContentsProps) {
  const { t } = useTranslation();
  const date = next?.date ?? last;
  return (
    <PaperBody
      title={t('papers:kind.answers')}
      number={next ? meetingNumber(next) : today()}
      date={date ?? today()}
      file="answers"
      unnamed
    >
      <p>{t('papers:answers.to', { name: forumName })}</p>
      {date !== null && (
        <p>
          {next ? t('papers:answers.forMeeting') : t('papers:answers.sinceMeeting')} <DateText value={date} />
        </p>
      )}
      <PaperSection title={t('papers:answers.issues')}>
        <PaperTable
          columns={[
            { key: 'said', header: t('papers:answers.said'), width: 'wide', cell: (row) => <Said answered={row} /> },
            { key: 'did', header: t('papers:answers.did'), cell: (row) => <Did answered={row} /> },
          ]}
          rows={answers.issues}
          rowKey={({ issue }) => issue.id}
          empty={t('papers:answers.nothingRaised')}
        />
      </PaperSection>
      {answers.others.length > 0 && (
        <PaperSection title={t('papers:answers.others')}>
          <PaperTable
            columns={[
              {
                key: 'what',
                header: t('papers:answers.agreed'),
                width: 'wide',
                cell: ({ what }) => <bdi>{what}</bdi>,
              },
              { key: 'did', header: t('papers:answers.stands'), cell: (action) => <Stands action={action} /> },
            ]}
            rows={answers.others}
            rowKey={({ actionId }) => actionId}
            empty=""
          />
        </PaperSection>
      )}
      <p>{t('papers:answers.explain')}</p>
    </PaperBody>
  );
}

function Said({ answered: { issue } }: { answered: Answered }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <b>
          <CodeLabel list="safety_issue" code={issue.issue} />
        </b>
      </p>
      <PaperLine
        parts={[
          issue.other && <bdi key="other">{issue.other}</bdi>,
          issue.place !== '' && <PlaceLabel key="place" code={issue.place} />,
          issue.spot && <bdi key="spot">{issue.spot}</bdi>,
          <CodeLabel key="time" list="time_of_day" code={issue.time} />,
        ]}
      />
      <PaperLine parts={[t('papers:answers.raised', { count: issue.times })]} />
    </>
  );
}

function Did({ answered: { issue, actions } }: { answered: Answered }) {
  const { t } = useTranslation();
  return (
    <>
      {actions.length === 0 && <p>{t('papers:answers.noAction')}</p>}
      {actions.map((action) => (
        <div key={action.actionId} className="paper-point">
          <p>
            <bdi>{action.what}</bdi>
          </p>
          <Stands action={action} />
        </div>
      ))}
      <PaperLine
        parts={[t('papers:answers.issueStands'), <CodeLabel key="status" list="issue_status" code={issue.status} />]}
      />
    </>
  );
}

/** Who was to do it, until when, and where it stands. */
function Stands({ action }: { action: Answered['actions'][number] }) {
  const { t } = useTranslation();
  const { responsible, due, status, since, note } = action;
  return (
    <>
      <PaperLine
        parts={[
          <CodeLabel key="who" list="ssp_responsible" code={responsible} />,
          t('papers:answers.until', { date: due }),
        ]}
      />
      <p>
        <CodeLabel list="action_item_status" code={status} />
        {since !== null && (
          <>
            {' · '}
            <DateText value={since} />
          </>
        )}
      </p>
      {note !== '' && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
    </>
  );
}
