import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Reader = OutputOf<'sharing.nodes'>[number];

/** Who besides this office may read the case, and with what consent. Its supervisor lets others read it and stops it. */
export function SharingPanel({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  const mayShare = useCan('hlp.supervise') && view.owner.mine && view.may.edit;
  if (!mayShare && view.sharedWith.length === 0) return null;
  return (
    <FormSection title={t('transfers:sharing.title')}>
      {mayShare ? (
        <Readers disputeId={view.id} />
      ) : (
        <Stack component="ul" gap={2} className="plain-list">
          {view.sharedWith.map(({ node, name }) => (
            <li key={node}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </Stack>
      )}
    </FormSection>
  );
}

function Readers({ disputeId }: { disputeId: string }) {
  const { t } = useTranslation();
  const readers = useCall('sharing.nodes', { disputeId });
  const columns: readonly TableColumn<Reader>[] = [
    { key: 'node', header: t('transfers:sharing.node'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'consent', header: t('transfers:sharing.consent'), cell: (reader) => <Consent reader={reader} /> },
    { key: 'state', header: t('transfers:sharing.state'), cell: (reader) => <SharedState reader={reader} /> },
    {
      key: 'act',
      header: t('transfers:sharing.act'),
      cell: (reader) => <Acts disputeId={disputeId} reader={reader} />,
    },
  ];
  return (
    <QueryState
      of={readers}
      empty={(rows) => rows.length === 0}
      emptyContent={<Text c="dimmed">{t('transfers:sharing.nobody')}</Text>}
    >
      {(rows) => (
        <>
          <Text>{t('transfers:sharing.explain')}</Text>
          <SimpleTable label={t('transfers:sharing.title')} columns={columns} rows={rows} rowKey={({ node }) => node} />
        </>
      )}
    </QueryState>
  );
}

/** The consent it takes and how it was answered; what is missing is said in words. */
function Consent({ reader: { scope, consent } }: { reader: Reader }) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('consent_scope');
  return (
    <Stack gap={2}>
      <Text>
        <CodeLabel list="consent_status" code={consent} />
      </Text>
      {consent !== 'given' && (
        <Text size="sm" c="dimmed" maw={360}>
          {t('transfers:sharing.missing', { consent: labelOf(scope) ?? scope })}
        </Text>
      )}
    </Stack>
  );
}

function SharedState({ reader: { shared, unsent } }: { reader: Reader }) {
  const { t } = useTranslation();
  if (!shared) return t('transfers:sharing.notShared');
  return unsent === 0 ? t('transfers:sharing.shared') : t('transfers:sharing.sharedNew', { count: unsent });
}

function Acts({ disputeId, reader }: { disputeId: string; reader: Reader }) {
  const { t } = useTranslation();
  const say = useNotice();
  const [asks, setAsks] = useState<'share' | 'stop' | null>(null);
  const share = useCommand('sharing.share');
  const stop = useCommand('sharing.stop');
  const { node, name, consent, shared, unsent } = reader;
  const close = () => setAsks(null);
  const input = { disputeId, with: node };

  async function send(): Promise<void> {
    const done = await share.run(input);
    if (!done.ok) return;
    say(t('transfers:sharing.sent'));
    close();
  }

  return (
    <>
      <Group gap="xs">
        {!shared && consent === 'given' && (
          <Button variant="default" onClick={() => setAsks('share')}>
            {t('transfers:sharing.with', { name })}
          </Button>
        )}
        {shared && consent === 'given' && unsent > 0 && (
          <Button variant="default" loading={share.busy} onClick={() => void send()}>
            {t('transfers:sharing.sendNew', { name })}
          </Button>
        )}
        {shared && (
          <Button variant="default" onClick={() => setAsks('stop')}>
            {t('transfers:sharing.stop', { name })}
          </Button>
        )}
      </Group>
      {share.error && asks === null && <FailureNotice error={share.error} />}
      <ConfirmDialog
        opened={asks === 'share'}
        onClose={close}
        title={t('transfers:sharing.shareQuestion', { name })}
        text={t('transfers:sharing.shareText', { name })}
        act={t('transfers:sharing.shareAct')}
        busy={share.busy}
        error={share.error}
        onAct={() => void send()}
      />
      <ConfirmDialog
        opened={asks === 'stop'}
        onClose={close}
        title={t('transfers:sharing.stopQuestion')}
        text={t('transfers:sharing.stopText', { name })}
        act={t('transfers:sharing.stopAct')}
        danger
        busy={stop.busy}
        error={stop.error}
        onAct={async () => {
          const done = await stop.run(input);
          if (done.ok) close();
        }}
      />
    </>
  );
}
