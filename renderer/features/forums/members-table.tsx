import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ForumView } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';

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
      cell: ({ category }) => <CodeLabel list="forum_member_category" code={category} />,
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
    { key: 'since', header: t('forums:member.since'), cell: ({ since }) => <DateText value={since} /> },
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
