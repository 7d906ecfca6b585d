import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import type { StepProps } from './step-props.ts';
import { StopButton } from './stop-button.tsx';
import { TaskProgress } from '#renderer/components/task-progress.tsx';
import type { Writing } from './use-writing.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { elsewhere } from './write-steps.ts';

type Props = StepProps & { writing: Writing; onBack: () => void; onOtherPlace: () => void };

/** Shows how far the writing is, and where it fails says so in one sentence and offers another try. */
export function CopyStep({ steps, answers, writing, onBack, onOtherPlace }: Props) {
  const { t } = useTranslation();
  const { error, asksFolder, begin } = writing;
  if (error !== null || asksFolder) {
    return (
      <WizardFrame
        {...steps}
        heading={error === null ? t('sticks:write.whereTitle') : t('sticks:write.failedTitle')}
        onBack={onBack}
        next={{ label: error === null ? t('common:action.chooseFolder') : t('common:action.retry'), onNext: begin }}
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
    <WizardFrame {...steps} heading={t('sticks:write.copyTitle')} also={<StopButton label={t('sticks:write.stop')} />}>
      <TaskProgress
        task="write-out"
        label={t('sticks:write.progress')}
        text={(progress) =>
          progress === null || answers.place === elsewhere
            ? t('sticks:write.preparing')
            : t('sticks:write.copying', { done: progress.done, total: progress.total })
        }
      />
    </WizardFrame>
  );
}
