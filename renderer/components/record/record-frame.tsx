import { Alert, Button, Drawer, Stack, Text } from '@mantine/core';
import { IconBan, IconHistory, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConflictAlert } from '#renderer/components/conflict-alert.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { VoidBanner } from './void-banner.tsx';

type Framed = Pick<
  OutputOf<'forums.get'>,
  | 'id'
  | 'owner'
  | 'heads'
  | 'conflicts'
  | 'conflictsBelow'
  | 'withheld'
  | 'voided'
  | 'needsUpdate'
  | 'offeredAway'
  | 'may'
  | 'updatedAt'
>;

type Props = {
  /** The record as read: its frame is enough. */
  record: Framed;
  title: ReactNode;
  /** Kind of the record, for the window's title: "Meeting". */
  kind: string;
  onEdit?: () => void;
  /** More buttons beside edit, history and void. */
  actions?: ReactNode;
  labelOfGroup: (group: string) => string;
  renderValue: (group: string, value: unknown) => ReactNode;
  children: ReactNode;
};

/** A record on its own page: owner, notices, what may be done with it, and its contents. */
export function RecordFrame({ record, title, kind, onEdit, actions, labelOfGroup, renderValue, children }: Props) {
  const { t } = useTranslation();
  const mayReadHistory = useCan('record.read');
  const [showsHistory, setShowsHistory] = useState(false);
  return (
    <article>
      <PageTitle title={title} documentTitle={kind}>
        {actions}
        {onEdit && (record.may.edit || record.may.correct) && (
          <Button leftSection={<IconPencil size={20} aria-hidden />} onClick={onEdit}>
            {record.may.edit ? t('common:action.edit') : t('history:correct')}
          </Button>
        )}
        {mayReadHistory && (
          <Button
            variant="default"
            leftSection={<IconHistory size={20} aria-hidden />}
            onClick={() => setShowsHistory(true)}
          >
            {t('common:history.title')}
          </Button>
        )}
        {record.may.void && <VoidButton record={record} />}
      </PageTitle>
      <Stack gap="md">
        <Text c="dimmed">{t('history:ownerLine', { owner: record.owner.name, at: record.updatedAt })}</Text>
        {record.voided && <VoidBanner voided={record.voided} />}
        <Notices record={record} />
        {children}
      </Stack>
      <Drawer
        opened={showsHistory}
        onClose={() => setShowsHistory(false)}
        size="xl"
        title={t('common:history.title')}
        closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
      >
        <Text c="dimmed" mb="sm">
          {t('history:upTo', { at: record.updatedAt })}
        </Text>
        <HistoryPanel recordId={record.id} labelOfGroup={labelOfGroup} renderValue={renderValue} />
      </Drawer>
    </article>
  );
}

function Notices({ record }: { record: Framed & { readonly transfer?: unknown } }) {
  const { t } = useTranslation();
  // A page that tells of hand-overs itself says more.
  const goesAlong = record.offeredAway && record.transfer === undefined;
  return (
    <>
      {goesAlong && <Alert color="blue">{t('transfers:offeredAway')}</Alert>}
      {record.needsUpdate && <Alert color="orange">{t('history:needsUpdate')}</Alert>}
      {!record.owner.mine && (
        <Alert color="blue">
          {record.may.correct
            ? t('history:correctOnly', { owner: record.owner.name })
            : t('common:record.ownedBy', { office: record.owner.name })}
        </Alert>
      )}
      {record.withheld.length > 0 && <Alert color="gray">{t('history:withheld', { owner: record.owner.name })}</Alert>}
      {record.conflicts.length > 0 && (
        <ConflictAlert
          title={t('common:record.conflict')}
          text={t('history:conflict.notice', { count: record.conflicts.length })}
        />
      )}
      {record.conflictsBelow > 0 && (
        <ConflictAlert text={t('history:conflict.below', { count: record.conflictsBelow })} />
      )}
    </>
  );
}

function VoidButton({ record }: { record: Framed }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const voiding = useCommand('records.void');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBan size={20} aria-hidden />}
        onClick={() => {
          voiding.clear();
          setAsks(true);
        }}
      >
        {t('common:action.void')}
      </Button>
      <ReasonDialog
        opened={asks}
        onClose={() => setAsks(false)}
        recordId={record.id}
        what="void"
        title={t('common:void.question')}
        text={t('common:void.explain')}
        act={t('common:void.confirm')}
        busy={voiding.busy}
        error={voiding.error}
        onAct={async (reason) => {
          const done = await voiding.run({ recordId: record.id, reason, heads: record.heads });
          return done.ok;
        }}
      />
    </>
  );
}
