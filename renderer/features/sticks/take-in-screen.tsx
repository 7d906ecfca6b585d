import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FoundStep } from './found-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ReportStep } from './report-step.tsx';
import { SourceStep } from './source-step.tsx';
import { TakeInStep } from './take-in-step.tsx';
import type { ChosenFile, TakeInFrame, TakeInReport } from './take-in.ts';
import type { Stick } from './use-sticks.ts';

/** Files that came: where from, which, what they bring, taking in, report. Nothing is changed before the fourth step. */
export function TakeInScreen() {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const [stick, setStick] = useState<Stick | null>(null);
  /** Of the stick that was looked at last; null: those for us. */
  const [marked, setMarked] = useState<readonly string[] | null>(null);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [reports, setReports] = useState<readonly TakeInReport[]>([]);
  const takeIn = useCommand('exchange.takeIn');
  const frame: TakeInFrame = {
    title: t('sticks:takeIn.title'),
    steps: [
      t('sticks:step.from'),
      t('sticks:step.files'),
      t('sticks:step.preview'),
      t('sticks:step.takeIn'),
      t('sticks:step.report'),
    ],
    at,
  };

  /** One act brings all in. */
  async function begin(tokens: readonly string[]): Promise<void> {
    setAccepted(tokens);
    setAt(3);
    const done = await takeIn.run({ files: [...tokens] });
    if (!done.ok) return;
    setReports(done.value);
    setAt(4);
  }

  switch (at) {
    case 1:
      return stick === null ? null : (
        <FoundStep
          frame={frame}
          stick={stick}
          marked={marked}
          onMark={setMarked}
          onBack={() => setAt(0)}
          onNext={(chosen) => {
            setFiles(chosen);
            setAt(2);
          }}
        />
      );
    case 2:
      return (
        <PreviewStep
          frame={frame}
          files={files}
          onBack={() => setAt(stick === null ? 0 : 1)}
          onNext={(tokens) => void begin(tokens)}
        />
      );
    case 3:
      return (
        <TakeInStep
          frame={frame}
          count={accepted.length}
          error={takeIn.error}
          onBack={() => setAt(2)}
          onRetry={() => void begin(accepted)}
        />
      );
    case 4:
      return (
        <ReportStep
          frame={frame}
          files={accepted}
          reports={reports}
          fromStick={stick !== null}
          onAgain={() => {
            setMarked(null);
            setStick(null);
            setAt(0);
          }}
        />
      );
    default:
      return (
        <SourceStep
          frame={frame}
          onStick={(chosen) => {
            if (chosen.token !== stick?.token) setMarked(null);
            setStick(chosen);
            setAt(1);
          }}
          onFiles={(picked) => {
            setStick(null);
            setFiles(picked);
            setAt(2);
          }}
        />
      );
  }
}
