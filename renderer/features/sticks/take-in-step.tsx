import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import type { TakeInFrame, TakeInReport } from './take-in.ts';
import { StopButton } from './stop-button.tsx';
import { TaskProgress } from './task-progress.tsx';
import { useProgress } from './use-progress.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Props = {
  frame: TakeInFrame;
  /** Tokens. */
  files: readonly string[];
  onBack: () => void;
  onDone: (reports: readonly TakeInReport[]) => void;
};

/** One act brings all in, file after file; stopping in between keeps what is in and leaves nothing half done. */
export function TakeInStep({ frame, files, onBack, onDone }: Props) {
  const { t } = useTranslation();
  const takeIn = useCommand('exchange.takeIn');
  const [run, setRun] = useState(1);
  const progress = useProgress('take-in-files', run);
  const begun = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each run takes in once
  useEffect(() => {
    if (begun.current === run) return;
    begun.current = run;
    void takeIn.run({ files: [...files] }).then((done) => done.ok && onDone(done.value));
  }, [run]);

  if (takeIn.error !== null) {
    return (
      <WizardFrame
        {...frame}
        heading={t('sticks:takeIn.busyTitle')}
        onBack={onBack}
        next={{ label: t('common:action.retry'), onNext: () => setRun(run + 1) }}
      >
        <FailureNotice error={takeIn.error} />
      </WizardFrame>
    );
  }
  return (
    <WizardFrame
      {...frame}
      heading={t('sticks:takeIn.busyTitle')}
      also={<StopButton key={run} label={t('sticks:takeIn.stop')} />}
    >
      <TaskProgress
        label={t('sticks:takeIn.progress')}
        progress={progress}
        text={t('sticks:takeIn.busy', { done: Math.min(files.length, (progress?.done ?? 0) + 1), total: files.length })}
      />
    </WizardFrame>
  );
}
