import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { Door } from '#renderer/components/door.tsx';
import { HomeForm, type HomeKind } from './home-form.tsx';
import { KindChoice } from './kind-choice.tsx';
import { RecoveryPaper } from './recovery-paper.tsx';

/** First run: what this installation is, its first user, and the recovery code, which is told once. */
export function SetupScreen({ onDone }: { onDone: (kind: HomeKind) => void }) {
  const [kind, setKind] = useState<HomeKind | null>(null);
  const [made, setMade] = useState<OutputOf<'home.init'> | null>(null);
  return (
    <Door>
      {made !== null ? (
        <RecoveryPaper code={made.recoveryCode} onConfirmed={() => onDone(made.kind)} />
      ) : kind === null ? (
        <KindChoice onChoose={setKind} />
      ) : (
        <HomeForm kind={kind} onBack={() => setKind(null)} onMade={setMade} />
      )}
    </Door>
  );
}
