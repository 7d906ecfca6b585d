import { Alert, Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useNotice } from '#renderer/components/notices.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { shortDevice } from './computers-table.tsx';
import { type Entry, EntryChoice } from './entry-choice.tsx';
import { LostComputerButton } from './lost-computer-button.tsx';
import type { Computer } from './use-nodes.ts';

/** Withdraws the certificate of a computer, after saying what that means and choosing what still counts. */
export function BlockScreen({ node, device }: { node: string; device: string }) {
  const { t } = useTranslation();
  const computers = useCall('devices.list', {});
  return (
    <QueryState of={computers}>
      {(all) => {
        const computer = all.find((one) => one.device === device && one.node === node && !one.own);
        return computer ? (
          <BlockForm computer={computer} />
        ) : (
          <EmptyState title={t('home:nothingHere.title')} text={t('devices:none')} />
        );
      }}
    </QueryState>
  );
}

function BlockForm({ computer }: { computer: Computer }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const say = useNotice();
  const block = useCommand('devices.revoke');
  const [counts, setCounts] = useState<'everything' | 'upTo'>('everything');
  const [entry, setEntry] = useState<Entry | null>(null);
  const [reminded, setReminded] = useState(false);
  const [asks, setAsks] = useState(false);
  const office = `/offices/${computer.node}`;
  const after = counts === 'everything' ? 'everything-received' : (entry?.changeId ?? null);
  const which = { office: computer.nodeName, device: shortDevice(computer.device) };

  async function act(): Promise<void> {
    if (after === null) return;
    const done = await block.run({ device: computer.device, after });
    if (!done.ok) return;
    say(t('devices:block.done', { count: done.value.setAside }));
    navigate(office);
  }

  return (
    <Stack gap="lg">
      <PageTitle title={t('devices:block.title')}>
        <LostComputerButton />
      </PageTitle>
      <Text fw={600}>{t('devices:block.which', which)}</Text>
      <Consequences />
      <Radio.Group
        className="panel"
        label={t('devices:block.counts')}
        value={counts}
        onChange={(value) => setCounts(value === 'upTo' ? 'upTo' : 'everything')}
      >
        <Stack gap="sm" mt="sm">
          <Radio
            value="everything"
            label={t('devices:block.everything')}
            description={t('devices:block.everythingHint')}
          />
          <Radio value="upTo" label={t('devices:block.upTo')} description={t('devices:block.upToHint')} />
        </Stack>
      </Radio.Group>
      {counts === 'upTo' && <EntryChoice device={computer.device} chosen={entry} onChoose={setEntry} />}
      {reminded && after === null && <Text role="alert">{t('devices:block.first')}</Text>}
      <Group>
        <Button
          color="red.9"
          onClick={() => {
            setReminded(true);
            if (after !== null) setAsks(true);
          }}
        >
          {t('devices:block.act')}
        </Button>
        <Button variant="default" onClick={() => navigate(office)}>
          {t('common:action.cancel')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        title={t('devices:block.question', which)}
        text={t('devices:block.what')}
        act={t('devices:block.act')}
        danger
        busy={block.busy}
        error={block.error}
        onAct={() => void act()}
      >
        <Text>
          <b>{t('devices:block.counts')}:</b>{' '}
          {entry === null || counts === 'everything'
            ? t('devices:block.everything')
            : t('devices:block.upToEntry', { number: entry.seq, at: entry.at })}
        </Text>
      </ConfirmDialog>
    </Stack>
  );
}

function Consequences() {
  const { t } = useTranslation();
  return (
    <Alert color="orange">
      <Stack gap="xs">
        <Text>{t('devices:block.what')}</Text>
        <Text>{t('devices:block.stillReadable')}</Text>
        <Text>{t('devices:explainSilent')}</Text>
      </Stack>
    </Alert>
  );
}
