import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useIsSensitive } from '#renderer/components/issues/use-is-sensitive.ts';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import {
  type PaperColumn,
  PaperFacts,
  PaperLine,
  PaperNumber,
  PaperSection,
  PaperTable,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';

type Content = OutputOf<'meetings.version'>['content'];
type Review = Content['reviews'][number];
type Issue = Content['issues'][number];
type Decision = Content['decisions'][number];
type Action = Content['actions'][number];

/** What was told of earlier actions, raised, decided and agreed, and when the next meeting is. */
export function MinutesPaperAgreed({ minutes }: { minutes: Content }) {
  const { t } = useTranslation();
  const { reviews, issues, decisions, actions, agenda, attendance, next } = minutes;
  return (
    <>
      <PaperSection title={t('meetings:section.reviews')}>
        <Reviews reviews={reviews} />
      </PaperSection>
      <PaperSection title={t('meetings:section.issues')}>
        {issues.length === 0 && <p>{t('meetings:issue.none')}</p>}
        {issues.map((issue) => (
          <IssuePoint key={issue.id} issue={issue} agenda={agenda} members={attendance} />
        ))}
      </PaperSection>
      <PaperSection title={t('meetings:section.decisions')}>
        {decisions.length === 0 && <p>{t('meetings:decision.none')}</p>}
        {decisions.map((decision) => (
          <DecisionPoint key={decision.id} decision={decision} agenda={agenda} />
        ))}
      </PaperSection>
      <PaperSection title={t('meetings:section.actions')}>
        <Actions actions={actions} />
      </PaperSection>
      <PaperSection title={t('meetings:section.next')}>
        {next === null ? (
          <p>{t('meetings:next.none')}</p>
        ) : (
          <PaperFacts
            facts={[
              { label: t('meetings:next.date'), value: next.date && <DateText value={next.date} />, number: next.date },
              { label: t('meetings:next.venue'), value: next.venue !== '' && <bdi>{next.venue}</bdi> },
            ]}
          />
        )}
      </PaperSection>
    </>
  );
}

function Reviews({ reviews }: { reviews: readonly Review[] }) {
  const { t } = useTranslation();
  const columns: readonly PaperColumn<Review>[] = [
    { key: 'what', header: t('meetings:action.what'), width: 'wide', cell: ({ what }) => <bdi>{what}</bdi> },
    {
      key: 'from',
      header: t('meetings:review.from'),
      cell: (review) => <PaperNumber>{meetingNumber(review)}</PaperNumber>,
    },
    { key: 'due', header: t('meetings:action.due'), cell: ({ due }) => <PaperNumber>{due}</PaperNumber> },
    {
      key: 'status',
      header: t('meetings:review.status'),
      cell: ({ status, note }) => (
        <>
          <p>
            <CodeLabel list="action_item_status" code={status} />
          </p>
          {note !== '' && (
            <p>
              <bdi>{note}</bdi>
            </p>
          )}
        </>
      ),
    },
  ];
  return (
    <PaperTable
      columns={columns}
      rows={reviews}
      rowKey={({ action }) => action}
      empty={t('meetings:review.noneTold')}
    />
  );
}

type Under = { agenda: Content['agenda'] };

function IssuePoint({ issue, agenda, members }: Under & { issue: Issue; members: Content['attendance'] }) {
  const { t } = useTranslation();
  const { repeated, where, timeOfDay, groups, raisedBy, raisedBySex, statement } = issue;
  const isSensitive = useIsSensitive()(issue.issue);
  const person = members.find(({ member }) => member === raisedBy);
  return (
    <div className="paper-point">
      <p>
        <b>
          <CodeLabel list="safety_issue" code={issue.issue} />
        </b>
      </p>
      <UnderItem agenda={agenda} item={issue.agendaItem} />
      {/* What is said under such a code stays in the register: paper passes from hand to hand. */}
      {statement !== '' && !isSensitive && (
        <p>
          <PaperText value={statement} />
        </p>
      )}
      <PaperLine
        parts={[
          repeated ? t('meetings:issue.heardBefore') : t('meetings:issue.firstHeard'),
          where !== '' && <bdi key="where">{where}</bdi>,
          timeOfDay !== null && <CodeLabel key="time" list="time_of_day" code={timeOfDay} />,
          ...groups.map((group) => <CodeLabel key={group} list="mapping_group" code={group} />),
        ]}
      />
      {raisedBySex !== null && (
        <PaperLine parts={[t('meetings:issue.raisedBySex'), <CodeLabel key="sex" list="sex" code={raisedBySex} />]} />
      )}
      {raisedBy !== null && (
        <PaperLine parts={[t('meetings:issue.raisedBy'), <PaperText key="name" value={person?.name ?? null} />]} />
      )}
    </div>
  );
}

function DecisionPoint({ decision, agenda }: Under & { decision: Decision }) {
  const { t } = useTranslation();
  const { takenAs, agendaItem, text, votes } = decision;
  return (
    <div className="paper-point">
      <p>
        <b>
          <CodeLabel list="decision_type" code={takenAs} />
        </b>
      </p>
      <UnderItem agenda={agenda} item={agendaItem} />
      <p>
        <PaperText value={text} />
      </p>
      <PaperLine parts={[votes !== null && t('meetings:vote.result', votes)]} />
    </div>
  );
}

function UnderItem({ agenda, item }: Under & { item: string | null }) {
  const { t } = useTranslation();
  const title = agenda.find(({ id }) => id === item)?.title;
  return <PaperLine parts={[title !== undefined && t('meetings:agenda.under', { title })]} />;
}

function Actions({ actions }: { actions: readonly Action[] }) {
  const { t } = useTranslation();
  const columns: readonly PaperColumn<Action>[] = [
    { key: 'what', header: t('meetings:action.what'), width: 'wide', cell: ({ what }) => <bdi>{what}</bdi> },
    {
      key: 'responsible',
      header: t('meetings:action.responsible'),
      cell: ({ responsible }) => <CodeLabel list="ssp_responsible" code={responsible} />,
    },
    { key: 'due', header: t('meetings:action.due'), cell: ({ due }) => <PaperNumber>{due}</PaperNumber> },
    {
      key: 'status',
      header: t('meetings:action.status'),
      // As the minutes have it: what was told since belongs to later minutes.
      cell: ({ status, resources }) => (
        <>
          <p>
            <CodeLabel list="action_item_status" code={status} />
          </p>
          {resources !== '' && (
            <p>
              <bdi>{resources}</bdi>
            </p>
          )}
        </>
      ),
    },
  ];
  return <PaperTable columns={columns} rows={actions} rowKey={({ id }) => id} empty={t('meetings:action.none')} />;
}
