import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { CheckStep } from './check-step.tsx';
import { CopyStep } from './copy-step.tsx';
import { DoneStep } from './done-step.tsx';
import { useSticks } from './use-sticks.ts';
import { useWriting } from './use-writing.ts';
import { WhatStep } from './what-step.tsx';
import { WhereStep } from './where-step.tsx';
import { WizardFrame } from './wizard-frame.tsx';
import type { Peer, WriteAnswers, Written } from './write-steps.ts';

/** `device`: of the peer, where the way here named one. */
type Props = { device?: string };

/** A file for a neighbour in five steps: what, which stick, check, copy, done. */
export function WriteScreen({ device }: Props) {
  const { t } = useTranslation();
  const status = useCall('exchange.status', {});
  return (
    <QueryState
      of={status}
      empty={({ peers }) => peers.length === 0}
      emptyContent={<EmptyState title={t('exchange:noPeerTitle')} text={t('exchange:noPeerText')} />}
    >
      {({ peers }) => <WriteWizard peers={peers} device={device ?? null} />}
    </QueryState>
  );
}

type WizardProps = { peers: readonly Peer[]; device: string | null };

function WriteWizard({ peers, device }: WizardProps) {
  const { t } = useTranslation();
  const only = peers.length === 1 ? (peers[0]?.device ?? null) : null;
  const [answers, setAnswers] = useState<WriteAnswers>({
    peer: peers.find((peer) => peer.device === device)?.device ?? only,
    budgetBytes: null,
    place: null,
    stick: null,
  });
  const [at, setAt] = useState(0);
  const [written, setWritten] = useState<Written | null>(null);
  const sticks = useSticks();
  const writing = useWriting(answers, (done) => {
    setWritten(done);
    setAt(4);
  });
  const peer = peers.find((known) => known.device === answers.peer) ?? null;
  const change = (some: Partial<WriteAnswers>): void => setAnswers((before) => ({ ...before, ...some }));
  const steps = {
    title: t('sticks:write.title'),
    steps: [
      t('sticks:step.what'),
      t('sticks:step.where'),
      t('sticks:step.check'),
      t('sticks:step.copy'),
      t('sticks:step.finished'),
    ],
    at,
  };
  const go = (to: number) => () => setAt(to);
  const common = { steps, answers, change, sticks: sticks.value ?? null };
  if (at === 0 || peer === null) return <WhatStep {...common} peers={peers} onNext={go(1)} />;
  if (at === 1) return <WhereStep {...common} onBack={go(0)} onNext={go(2)} />;
  if (at === 2) {
    const copy = () => {
      setAt(3);
      writing.begin();
    };
    return <CheckStep {...common} peer={peer} onBack={go(1)} onNext={copy} />;
  }
  if (at === 3 || written === null) {
    return <CopyStep {...common} writing={writing} onBack={go(2)} onOtherPlace={go(1)} />;
  }
  return (
    <WizardFrame
      {...steps}
      heading={t('sticks:write.doneTitle')}
      also={
        <>
          <Button
            variant="default"
            onClick={() => {
              setWritten(null);
              change({ place: null, stick: null });
              setAt(0);
            }}
          >
            {t('sticks:write.another')}
          </Button>
          <Anchor href="#/exchange">{t('sticks:toExchange')}</Anchor>
        </>
      }
    >
      <DoneStep {...common} written={written} peer={peer} />
    </WizardFrame>
  );
}
