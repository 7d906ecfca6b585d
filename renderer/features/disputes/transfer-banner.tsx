import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsTransferUp, IconLockOpen2 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';
import { ReturnDialog } from './return-dialog.tsx';

type Transfer = NonNullable<DisputeView['transfer']>;
type Props = { view: DisputeView; transfer: Transfer };

/** How the hand-over of the case stands, and what can be done about it here; whether a part is still on its way. */
export function TransferBanner({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  return (
    <>
      {view.transfer && <TransferState view={view} transfer={view.transfer} />}
      {view.incomplete && (
        <Alert color="orange" icon={<IconLockOpen2 aria-hidden />} title={t('transfers:incomplete.title')}>
          {t('transfers:incomplete.text')}
        </Alert>
      )}
    </>
  );
}

function TransferState({ view, transfer }: Props) {
  const { node } = useSession();
  switch (transfer.state) {
    case 'offered':
      return transfer.to === node?.id ? (
        <OfferedHere view={view} transfer={transfer} />
      ) : (
        <OfferedAway view={view} transfer={transfer} />
      );
    case 'accepted':
      return transfer.to === node?.id || view.owner.mine ? null : <HandedOver view={view} transfer={transfer} />;
    case 'returned':
      return view.owner.mine ? <Returned transfer={transfer} /> : null;
    case 'withdrawn':
      return null;
  }
}

function OfferedAway({ view, transfer }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const withdraw = useCommand('transfers.withdraw');
  const { offer, toName, at } = transfer;
  return (
    <Banner
      title={t('transfers:banner.outgoing', { office: toName, date: at })}
      text={t('transfers:banner.outgoingText', { office: toName })}
      reason={transfer.reason}
    >
      {transfer.mayWithdraw && (
        <Button variant="default" onClick={() => setAsks(true)}>
          {t('transfers:banner.withdraw')}
        </Button>
      )}
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('transfers:banner.withdrawQuestion')}
        text={t('transfers:banner.withdrawText', { office: toName })}
        act={t('transfers:banner.withdraw')}
        busy={withdraw.busy}
        error={withdraw.error}
        onAct={async () => {
          const done = await withdraw.run({ disputeId: view.id, offer });
          if (done.ok) setAsks(false);
        }}
      />
    </Banner>
  );
}

function OfferedHere({ view, transfer }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState<'accept' | 'return' | null>(null);
  const accept = useCommand('transfers.accept');
  const { offer, at } = transfer;
  const office = view.owner.name;
  const close = () => setAsks(null);
  return (
    <Banner
      title={t('transfers:banner.incoming', { office, date: at })}
      text={t('transfers:banner.incomingText')}
      reason={transfer.reason}
    >
      {transfer.mayAnswer ? (
        <>
          <Button onClick={() => setAsks('accept')}>{t('transfers:banner.accept')}</Button>
          <Button variant="default" onClick={() => setAsks('return')}>
            {t('transfers:banner.return')}
          </Button>
        </>
      ) : (
        <Text>{t('transfers:banner.others')}</Text>
      )}
      <ConfirmDialog
        opened={asks === 'accept'}
        onClose={close}
        title={t('transfers:banner.acceptQuestion')}
        text={t('transfers:banner.acceptText', { office })}
        act={t('transfers:banner.accept')}
        busy={accept.busy}
        error={accept.error}
        onAct={async () => {
          const done = await accept.run({ disputeId: view.id, offer });
          if (done.ok) close();
        }}
      />
      {asks === 'return' && <ReturnDialog view={view} offer={offer} onClose={close} />}
    </Banner>
  );
}

function HandedOver({ view, transfer: { toName, at, reason } }: Props) {
  const { t } = useTranslation();
  return (
    <Banner
      title={t('transfers:banner.accepted', { office: toName, date: at })}
      text={t('transfers:banner.acceptedText', { owner: view.owner.name })}
      reason={reason}
    />
  );
}

function Returned({ transfer: { toName, at, reason } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  return <Banner title={t('transfers:banner.returned', { office: toName, date: at })} reason={reason} />;
}

type BannerProps = { title: string; text?: string; reason: string | null; children?: ReactNode };

function Banner({ title, text, reason, children }: BannerProps) {
  const { t } = useTranslation();
  const mayList = useCan('hlp.supervise');
  const { reasonOf } = useTransferWords();
  return (
    <Alert color="blue" icon={<IconArrowsTransferUp aria-hidden />} title={title}>
      <Stack gap="xs">
        {text !== undefined && <Text>{text}</Text>}
        {reason !== null && (
          <Text>
            <b>{t('transfers:banner.why')}</b> {reasonOf(reason)}
          </Text>
        )}
        <Group>
          {children}
          {mayList && (
            <Button component="a" href="#/transfers" variant="subtle">
              {t('transfers:banner.list')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
