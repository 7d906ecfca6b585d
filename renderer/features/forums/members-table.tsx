import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { termOn } from '#shared/domain/forum-term.ts';
import { today } from '#renderer/components/today.ts';
import { useRules } from '#renderer/components/use-rules.ts';

type Member = ForumView['members'][number];

type Props = { members: readonly Member[]; holders: ForumView['holders'] };

export function MembersTable({ members, holders }: Props) {
  const { t } = useTranslation();
  const women = members.filter(({ sex, status }) => sex === 'female' && status === 'active').length;
  const active = members.filter(({ status }) => status === 'active').length;
  const columns: readonly TableColumn<Member>[] = [
    {
      key: 'name',
      header: t('forums:member.name'),
      cell: ({ id, name }) => <Name name={name} open={holders.find(({ member }) => member === id)?.name ?? null} />,
    },
    { key: 'role', header: t('forums:member.role'), cell: ({ role }) => <CodeLabel list="forum_role" code={role} /> },
    {
      key: 'category',
      header: t('forums:member.category'),
      cell: (member) => <Groups member={member} />,
    },
    { key: 'sex', header: t('forums:member.sex'), cell: ({ sex }) => <CodeLabel list="sex" code={sex} /> },
    {
      key: 'age',
      header: t('forums:member.ageBand'),
      cell: ({ ageBand }) => <CodeLabel list="age_band" code={ageBand} />,
    },
    { key: 'phone', header: t('forums:member.phone'), cell: (member) => <Phone member={member} /> },
    {
      key: 'status',
      header: t('forums:member.status'),
      cell: ({ status }) => <CodeLabel list="membership_status" code={status} />,
    },
    { key: 'since', header: t('forums:member.since'), cell: (member) => <Time member={member} /> },
  ];
  return (
    <>
      <Group gap="xs">
        <Text>{t('forums:count.active', { count: active })}</Text>
        {active > 0 && <Text c="dimmed">{t('forums:count.women', { count: women })}</Text>}
      </Group>
      <SimpleTable label={t('forums:member.table')} columns={columns} rows={members} rowKey={({ id }) => id} />
    </>
  );
}

/** The groups a member speaks for, the first one first, and where he or she works. */
function Groups({ member: { category, secondary, institution } }: { member: Member }) {
  return (
    <>
      <CodeLabel list="forum_member_category" code={category} />
      {secondary.map((code) => (
        <Text key={code} size="sm" c="dimmed">
          <CodeLabel list="forum_member_category" code={code} />
        </Text>
      ))}
      {institution !== '' && (
        <Text size="sm" c="dimmed">
          <bdi>{institution}</bdi>
        </Text>
      )}
    </>
  );
}

/** Since when, until when, and when the term of the office ends. */
function Time({ member }: { member: Member }) {
  const { t } = useTranslation();
  const rules = useRules();
  const term = rules === null ? null : termOn(member, today(), rules);
  return (
    <>
      <DateText value={member.since} />
      {member.leftOn !== null && (
        <Text size="sm" c="dimmed">
          {t('forums:member.leftLine', { date: member.leftOn })}
        </Text>
      )}
      {term !== null && (
        <Text size="sm" c={term.state === 'running' ? 'dimmed' : undefined}>
          {term.state === 'over'
            ? t('forums:notice.termOver', { date: term.until })
            : t('forums:notice.termEnds', { date: term.until })}
        </Text>
      )}
    </>
  );
}

/** Where the name itself is kept at the office, one that goes out by agreement stands in its place. */
function Name({ name, open }: { name: string | null; open: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <PersonText value={name ?? open} />
      {name !== null && open !== null && (
        <Text c="dimmed" size="sm">
          {t('forums:member.goesOut')}
        </Text>
      )}
    </>
  );
}

/** A withheld phone cannot be told from none; where the name is withheld, so is the phone. */
function Phone({ member }: { member: Member }) {
  if (member.name === null) return <PersonText value={null} />;
  return member.phone === null ? '–' : <Identifier>{member.phone}</Identifier>;
}
