import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsTransferUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ClockWarning } from '#renderer/components/clock-warning.tsx';
import { ConflictAlert } from '#renderer/components/conflict-alert.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { LinkNotices } from '#renderer/components/link-notices.tsx';

/** What has to be finished before the home is whole. */
export function HomeNotices() {
  const { t } = useTranslation();
  const { node, recoveryPending } = useSession();
  const mayEnrol = useCan('enrol');
  const mayConfirm = useCan('users.manage');
  const mayExchange = useCan('exchange.read');
  const mayResolve = useCan('record.resolve');
  const mayAnswer = useCan('record.transfer') && node?.kind === 'office';
  return (
    <Stack gap="sm">
      {node !== null && !node.enrolled && node.kind !== 'directorate' && (
        <Alert color="orange" title={t('home:notEnrolled.title')}>
          <Group justify="space-between">
            <Text>{mayEnrol ? t('home:notEnrolled.text') : t('home:notEnrolled.askAdministrator')}</Text>
            {mayEnrol && (
              <Button component="a" href="#/enrolment" variant="default">
                {t('home:notEnrolled.act')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {recoveryPending && mayConfirm && <RecoveryNotice />}
      {mayExchange && (
        <>
          <LinkNotices />
          <ClockWarning />
        </>
      )}
      {mayResolve && <ConflictNotice />}
      {mayAnswer && <TransferNotice />}
    </Stack>
  );
}

/** Stays until none is left. */
function ConflictNotice() {
  const { t } = useTranslation();
  const conflicts = useCall('records.conflicts', {});
  const count = conflicts.value?.length ?? 0;
  if (count === 0) return null;
  return <ConflictAlert text={t('exchange:warning.conflicts', { count })} />;
}

/** Stays until each offer is answered. */
function TransferNotice() {
  const { t } = useTranslation();
  const transfers = useCall('transfers.list', {});
  const count = transfers.value?.incoming.filter(({ open }) => open).length ?? 0;
  if (count === 0) return null;
  return (
    <Alert color="blue" icon={<IconArrowsTransferUp aria-hidden />}>
      <Group justify="space-between">
        <Text>{t('transfers:home.waiting', { count })}</Text>
        <Button component="a" href="#/transfers" variant="default">
          {t('transfers:home.open')}
        </Button>
      </Group>
    </Alert>
  );
}

function RecoveryNotice() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [code, setCode] = useState('');
  const confirm = useCommand('home.confirmRecovery');
  return (
    <Alert color="orange" title={t('home:recovery.title')}>
      <Group justify="space-between">
        <Text>{t('home:recovery.text')}</Text>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('session:recovery.typeBack')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('session:recovery.typeBack')}
        text={t('session:recovery.typeBackText')}
        act={t('session:recovery.act')}
        busy={confirm.busy}
        error={confirm.error}
        onAct={async () => {
          const done = await confirm.run({ code });
          if (done.ok) setOpened(false);
        }}
      >
        <LineField label={t('session:recoveryCode')} value={code} onChange={setCode} ltr maxLength={200} />
      </ConfirmDialog>
    </Alert>
  );
}
