import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import type { TakeInFrame } from './take-in.ts';
import { StopButton } from './stop-button.tsx';
import { TaskProgress } from '#renderer/components/task-progress.tsx';
import { WizardFrame } from './wizard-frame.tsx';

type Props = {
  frame: TakeInFrame;
  /** How many files are taken in. */
  count: number;
  /** Why nothing was. */
  error: AppError | null;
  onBack: () => void;
  onRetry: () => void;
};

/** Files come in one after another; stopping in between keeps what is in and leaves nothing half done. */
export function TakeInStep({ frame, count, error, onBack, onRetry }: Props) {
  const { t } = useTranslation();
  if (error !== null) {
    return (
      <WizardFrame
        {...frame}
        heading={t('sticks:takeIn.busyTitle')}
        onBack={onBack}
        next={{ label: t('common:action.retry'), onNext: onRetry }}
      >
        <FailureNotice error={error} />
      </WizardFrame>
    );
  }
  return (
    <WizardFrame
      {...frame}
      heading={t('sticks:takeIn.busyTitle')}
      also={<StopButton label={t('sticks:takeIn.stop')} />}
    >
      <TaskProgress
        task="take-in-files"
        label={t('sticks:takeIn.progress')}
        text={(progress) => t('sticks:takeIn.busy', { done: Math.min(count, (progress?.done ?? 0) + 1), total: count })}
      />
    </WizardFrame>
  );
}
