import { Alert, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { RoleNames } from './role-names.tsx';

type User = OutputOf<'users.list'>[number];

/** Who may sign in here, and who wrote what came from elsewhere. */
export function UsersScreen() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const session = useSession();
  const users = useCall('users.list', {});
  const signsIn = (users.value ?? []).filter(({ canSignIn }) => canSignIn);
  const holdsAll = session.user?.roles.includes('administrator') === true && session.user.roles.length > 1;
  const newButton = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => navigate('/users/new')}>
      {t('users:new')}
    </Button>
  );
  return (
    <>
      <PageTitle title={t('common:nav.users')}>{newButton}</PageTitle>
      {holdsAll && signsIn.length > 1 && (
        <Alert color="blue" mb="md">
          {t('users:splitAdvice')}
        </Alert>
      )}
      <QueryState
        of={users}
        empty={(rows) => rows.length === 0}
        emptyContent={<EmptyState title={t('users:emptyTitle')} text={t('users:emptyText')} action={newButton} />}
      >
        {(rows) => <UsersTable users={rows} onOpen={({ id }) => navigate(`/users/${id}`)} />}
      </QueryState>
    </>
  );
}

function UsersTable({ users, onOpen }: { users: readonly User[]; onOpen: (user: User) => void }) {
  const { t } = useTranslation();
  const title = t('common:nav.users');
  const columns: readonly TableColumn<User>[] = [
    {
      key: 'name',
      header: t('common:label.name'),
      cell: (user) =>
        user.loginName === null ? (
          <bdi>{user.displayName}</bdi>
        ) : (
          <button type="button" className="row-link" onClick={() => onOpen(user)}>
            <bdi>{user.displayName}</bdi>
          </button>
        ),
    },
    {
      key: 'login',
      header: t('session:userName'),
      cell: (user) => (user.loginName === null ? '–' : <Identifier>{user.loginName}</Identifier>),
    },
    { key: 'roles', header: t('users:roles'), cell: (user) => <RoleNames roles={user.roles} /> },
    { key: 'office', header: t('common:label.office'), cell: (user) => <bdi>{user.nodeName}</bdi> },
    {
      key: 'status',
      header: t('common:label.status'),
      cell: (user) => (user.canSignIn ? t('users:maySignIn') : t('users:mayNotSignIn')),
    },
  ];
  return (
    <div className="panel">
      <SimpleTable label={title} columns={columns} rows={users} rowKey={(user) => user.id} />
    </div>
  );
}
