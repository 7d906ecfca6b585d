import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import type { StepProps } from './step-props.ts';
import { StopButton } from './stop-button.tsx';
import { TaskProgress } from './task-progress.tsx';
import { useProgress } from './use-progress.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { elsewhere, type Peer, type Written } from './write-steps.ts';

type Props = StepProps & {
  peer: Peer;
  onBack: () => void;
  onOtherPlace: () => void;
  onWritten: (written: Written) => void;
};

/** Writes at once, shows how far it is, and where it fails says so in one sentence and offers another try. */
export function CopyStep({ steps, answers, peer, onBack, onOtherPlace, onWritten }: Props) {
  const { t } = useTranslation();
  const write = useCommand('exchange.write');
  const folder = useSaveFolder();
  const [run, setRun] = useState(1);
  const [asksFolder, setAsksFolder] = useState(answers.place === elsewhere);
  const progress = useProgress('write-out', run);
  const begun = useRef(0);
  const toFolder = answers.place === elsewhere && folder.hasDialogs;

  async function writeTo(to: string | null): Promise<void> {
    setAsksFolder(false);
    const done = await write.run({ to, peer: peer.device, budgetBytes: answers.budgetBytes });
    if (done.ok) onWritten(done.value);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each run writes once
  useEffect(() => {
    if (begun.current === run || !folder.isReady) return;
    begun.current = run;
    void (answers.place === elsewhere ? folder.withFolder(writeTo) : writeTo(answers.place));
  }, [run, folder.isReady]);

  const error = write.error ?? folder.error;
  const again = () => {
    write.clear();
    setAsksFolder(answers.place === elsewhere);
    setRun(run + 1);
  };
  if (error !== null || (toFolder && asksFolder && !write.busy)) {
    return (
      <WizardFrame
        {...steps}
        heading={error === null ? t('sticks:write.whereTitle') : t('sticks:write.failedTitle')}
        onBack={onBack}
        next={{ label: error === null ? t('common:action.chooseFolder') : t('common:action.retry'), onNext: again }}
        also={
          <Button variant="default" onClick={onOtherPlace}>
            {t('sticks:write.otherPlace')}
          </Button>
        }
      >
        {error !== null && <FailureNotice error={error} />}
      </WizardFrame>
    );
  }
  return (
    <WizardFrame
      {...steps}
      heading={t('sticks:write.copyTitle')}
      also={<StopButton key={run} label={t('sticks:write.stop')} />}
    >
      <TaskProgress
        label={t('sticks:write.progress')}
        progress={progress}
        text={
          progress === null || answers.place === elsewhere
            ? t('sticks:write.preparing')
            : t('sticks:write.copying', { done: progress.done, total: progress.total })
        }
      />
    </WizardFrame>
  );
}
