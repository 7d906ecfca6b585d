import { useTranslation } from 'react-i18next';
import type { ForumView } from '#shared/contract/forums.ts';
import { isForumEnded } from '#shared/domain/forum-status.ts';
import { hasLeft } from '#shared/domain/membership.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PaperBody } from '#renderer/components/paper/paper-body.tsx';
import {
  type PaperColumn,
  PaperFacts,
  PaperLine,
  PaperNumber,
  PaperSection,
  PaperSignatures,
  PaperTable,
  PaperText,
} from '#renderer/components/paper/paper-pieces.tsx';
import { recordStanding } from '#renderer/components/paper/record-standing.ts';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { today } from '#renderer/components/today.ts';

/** Who belongs to a forum on the day it is printed; those who left are not on it. `of`: the forum. */
export function MembersPaper({ of }: { of: string }) {
  const forum = useCall('forums.get', { forumId: of });
  return <QueryState of={forum}>{(view) => <Contents forum={view} />}</QueryState>;
}

type Member = ForumView['members'][number];

function Contents({ forum }: { forum: ForumView }) {
  const { t } = useTranslation();
  const { name, place, status, servingOffice, foundedOn, establishedBy, statute, holders } = forum;
  const members = forum.members.filter((member) => !hasLeft(member.status));
  const active = members.filter((member) => member.status === 'active');
  const women = active.filter(({ sex }) => sex === 'female').length;
  const holder = (id: string) => holders.find(({ member }) => member === id)?.name ?? null;
  const chair = active.find(({ role }) => role === 'chair');
  const nameOf = (member: Member) => member.name ?? holder(member.id);
  const ended = status === 'merged' ? t('forums:notice.merged') : t('forums:notice.dissolved');
  return (
    <PaperBody
      title={t('papers:kind.members')}
      number={today()}
      date={today()}
      file="members"
      standing={recordStanding(forum, t) ?? (isForumEnded(status) ? ended : undefined)}
    >
      <PaperFacts
        facts={[
          { label: t('forums:field.name'), value: <bdi>{name}</bdi> },
          { label: t('forums:field.place'), value: <PlaceLabel code={place} /> },
          { label: t('forums:field.servingOffice'), value: servingOffice !== '' && <bdi>{servingOffice}</bdi> },
          { label: t('forums:field.foundedOn'), value: foundedOn && <DateText value={foundedOn} />, number: foundedOn },
          { label: t('forums:field.establishedBy'), value: establishedBy !== '' && <bdi>{establishedBy}</bdi> },
          { label: t('forums:statute.order'), number: statute.order },
        ]}
      />
      <PaperSection title={t('forums:section.members')}>
        <PaperLine
          parts={[
            t('forums:count.active', { count: active.length }),
            active.length > 0 && t('forums:count.women', { count: women }),
          ]}
        />
        <PaperTable
          columns={useColumns(nameOf)}
          rows={members}
          rowKey={({ id }) => id}
          empty={t('forums:page.noMembers')}
        />
      </PaperSection>
      <PaperSignatures
        signatures={[
          { place: t('papers:signatures.chair'), name: chair && nameOf(chair) },
          { place: t('papers:signatures.police') },
        ]}
      />
    </PaperBody>
  );
}

/** A phone is kept at the office like the name; where the name is withheld, nothing is told of it. */
function useColumns(nameOf: (member: Member) => string | null): readonly PaperColumn<Member>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      header: t('forums:member.name'),
      cell: (member) => (
        <>
          <p>
            <PaperText value={nameOf(member)} />
          </p>
          {member.phone && <PaperNumber>{member.phone.replace(/\s+/g, '-')}</PaperNumber>}
        </>
      ),
    },
    { key: 'role', header: t('forums:member.role'), cell: ({ role }) => <CodeLabel list="forum_role" code={role} /> },
    {
      key: 'category',
      header: t('forums:member.category'),
      cell: ({ category, institution }) => (
        <>
          <p>
            <CodeLabel list="forum_member_category" code={category} />
          </p>
          <PaperLine parts={[institution !== '' && <bdi>{institution}</bdi>]} />
        </>
      ),
    },
    { key: 'sex', header: t('forums:member.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'since',
      header: t('forums:member.since'),
      cell: ({ since, status }) => (
        <>
          {since !== null && <PaperNumber>{since}</PaperNumber>}
          {status !== 'active' && <CodeLabel list="membership_status" code={status} />}
        </>
      ),
    },
  ];
}
