import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import type { StepProps } from './step-props.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { type Contents, type Peer, phoneBudgetBytes } from './write-steps.ts';

type Props = StepProps & { peers: readonly Peer[]; onNext: () => void };

/** For whom, what waits for them, and how much may go along. */
export function WhatStep({ steps, answers, change, peers, onNext }: Props) {
  const { t } = useTranslation();
  const { peer, budgetBytes } = answers;
  const contents = useCall('sticks.contents', { peer: peer ?? '' }, { enabled: peer !== null, keepPrevious: true });
  const [first] = peers;
  return (
    <WizardFrame
      {...steps}
      heading={t('sticks:write.forWhom')}
      next={{
        label: t('sticks:next'),
        onNext: () => (peer === null ? change({ peer: first?.device ?? null }) : onNext()),
      }}
    >
      <Radio.Group
        aria-label={t('sticks:write.forWhom')}
        value={peer ?? ''}
        onChange={(device) => change({ peer: device })}
      >
        <Stack gap="sm">
          {peers.map(({ device, name }) => (
            <Radio key={device} value={device} label={<bdi>{name}</bdi>} />
          ))}
        </Stack>
      </Radio.Group>
      {peer !== null && <QueryState of={contents}>{(value) => <Waiting contents={value} />}</QueryState>}
      <Radio.Group
        label={t('sticks:write.howMuch')}
        value={budgetBytes === null ? 'all' : 'small'}
        onChange={(size) => change({ budgetBytes: size === 'all' ? null : phoneBudgetBytes })}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="all" label={t('sticks:write.everything')} />
          <Radio value="small" label={t('sticks:write.small', { bytes: phoneBudgetBytes })} />
        </Stack>
      </Radio.Group>
    </WizardFrame>
  );
}

function Waiting({ contents }: { contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [
    { label: t('sticks:write.waiting'), value: t('common:count.changes', { count: contents.changes }) },
    { label: t('sticks:write.unsent'), value: t('common:count.changes', { count: contents.unsent }) },
    { label: t('sticks:write.attachments'), value: format.number(contents.attachments.count) },
    { label: t('sticks:write.since'), value: <MomentText value={contents.since} /> },
    { label: t('sticks:write.size'), value: format.size(contents.roughBytes) },
  ];
  return (
    <>
      {contents.changes === 0 && <Text>{t('sticks:write.nothing')}</Text>}
      <Facts facts={facts} />
    </>
  );
}
