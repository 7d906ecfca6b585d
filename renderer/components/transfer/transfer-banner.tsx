import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowsTransferUp, IconLockOpen2 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { TransferView } from '#shared/contract/transfers.ts';
import type { Transferable } from '#shared/domain/transfer.ts';
import { useCan, useSession } from '#renderer/client/session-context.tsx';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useTransferWords } from '#renderer/components/use-transfer-words.ts';
import { ReturnDialog } from './return-dialog.tsx';
import { useHandOverWords } from './use-hand-over-words.ts';

type Handed = Pick<OutputOf<'disputes.get'>, 'owner' | 'transfer' | 'incomplete'>;
type Props = { view: Handed; type: Transferable; transfer: TransferView };

/** How the hand-over of the record stands, and what can be done about it here; whether a part is still on its way. */
export function TransferBanner({ view, type }: { view: Handed; type: Transferable }) {
  const { t } = useTranslation();
  return (
    <>
      {view.transfer && <TransferState view={view} type={type} transfer={view.transfer} />}
      {view.incomplete && (
        <Alert color="orange" icon={<IconLockOpen2 aria-hidden />} title={t('transfers:incomplete.title')}>
          {t('transfers:incomplete.text')}
        </Alert>
      )}
    </>
  );
}

function TransferState(props: Props) {
  const { node } = useSession();
  const { view, transfer } = props;
  switch (transfer.state) {
    case 'offered':
      return transfer.to === node?.id ? <OfferedHere {...props} /> : <OfferedAway {...props} />;
    case 'accepted':
      return transfer.to === node?.id || view.owner.mine ? null : <HandedOver {...props} />;
    case 'returned':
      return view.owner.mine ? <Returned transfer={transfer} /> : null;
    case 'withdrawn':
      return null;
  }
}

function OfferedAway({ type, transfer }: Props) {
  const { t } = useTranslation();
  const words = useHandOverWords(type);
  const [asks, setAsks] = useState(false);
  const withdraw = useCommand('transfers.withdraw');
  const { recordId, offer, toName, at } = transfer;
  return (
    <Banner
      title={t('transfers:banner.outgoing', { office: toName, date: at })}
      text={words.outgoingText({ office: toName })}
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
        text={words.withdrawText({ office: toName })}
        act={t('transfers:banner.withdraw')}
        busy={withdraw.busy}
        error={withdraw.error}
        onAct={async () => {
          const done = await withdraw.run({ recordId, offer });
          if (done.ok) setAsks(false);
        }}
      />
    </Banner>
  );
}

function OfferedHere({ view, type, transfer }: Props) {
  const { t } = useTranslation();
  const words = useHandOverWords(type);
  const [asks, setAsks] = useState<'accept' | 'return' | null>(null);
  const accept = useCommand('transfers.accept');
  const { recordId, offer, at } = transfer;
  const office = view.owner.name;
  const close = () => setAsks(null);
  return (
    <Banner
      title={t('transfers:banner.incoming', { office, date: at })}
      text={words.incomingText}
      reason={transfer.reason}
    >
      {transfer.mayAnswer ? (
        <>
          <Button onClick={() => setAsks('accept')}>{words.accept}</Button>
          <Button variant="default" onClick={() => setAsks('return')}>
            {words.giveBack}
          </Button>
        </>
      ) : (
        <Text>{transfer.missing > 0 ? t('transfers:banner.missing', { count: transfer.missing }) : words.others}</Text>
      )}
      <ConfirmDialog
        opened={asks === 'accept'}
        onClose={close}
        title={words.acceptQuestion}
        text={words.acceptText({ office })}
        act={words.accept}
        busy={accept.busy}
        error={accept.error}
        onAct={async () => {
          const done = await accept.run({ recordId, offer });
          if (done.ok) close();
        }}
      />
      {asks === 'return' && <ReturnDialog transfer={transfer} type={type} office={office} onClose={close} />}
    </Banner>
  );
}

function HandedOver({ view, type, transfer: { toName, at, reason } }: Props) {
  const { t } = useTranslation();
  const words = useHandOverWords(type);
  return (
    <Banner
      title={t('transfers:banner.accepted', { office: toName, date: at })}
      text={words.acceptedText(view.owner.name)}
      reason={reason}
    />
  );
}

function Returned({ transfer: { toName, at, reason } }: { transfer: TransferView }) {
  const { t } = useTranslation();
  return <Banner title={t('transfers:banner.returned', { office: toName, date: at })} reason={reason} />;
}

type BannerProps = { title: string; text?: string; reason: string | null; children?: ReactNode };

function Banner({ title, text, reason, children }: BannerProps) {
  const { t } = useTranslation();
  const mayList = useCan('record.transfer');
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
