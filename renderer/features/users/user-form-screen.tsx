import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { EditUser } from './edit-user.tsx';
import { NewUser } from './new-user.tsx';

/** With `id` the user of that id, else a new one. */
export function UserFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewUser /> : <FoundUser id={id} />;
}

function FoundUser({ id }: { id: string }) {
  const { t } = useTranslation();
  const users = useCall('users.list', {});
  return (
    <QueryState
      of={users}
      empty={(rows) => !rows.some((user) => user.id === id)}
      emptyContent={<EmptyState title={t('users:notFoundTitle')} text={t('errors:user.not-found')} />}
    >
      {(rows) => rows.filter((user) => user.id === id).map((user) => <EditUser key={user.id} user={user} />)}
    </QueryState>
  );
}
