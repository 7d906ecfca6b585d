import { useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import { Door } from '#renderer/components/door.tsx';
import { HomeForm, type HomeKind } from './home-form.tsx';
import { KindChoice } from './kind-choice.tsx';
import { RecoveryPaper } from './recovery-paper.tsx';
import { RestoreForm } from './restore-form.tsx';
import { RestoredNote } from './restored-note.tsx';

/** Where to go after set-up: a new office or department has to be enrolled first. */
type AfterSetup = '/' | '/enrolment';

/** First run: what this installation is, its first user, and the recovery code, which is told once; or a backup. */
export function SetupScreen({ onDone }: { onDone: (next: AfterSetup) => void }) {
  const [kind, setKind] = useState<HomeKind | 'restore' | null>(null);
  const [made, setMade] = useState<OutputOf<'home.init'> | null>(null);
  const [restored, setRestored] = useState(false);
  return <Door>{content()}</Door>;

  function content() {
    if (made !== null) {
      const next = made.kind === 'directorate' ? '/' : '/enrolment';
      return <RecoveryPaper code={made.recoveryCode} onConfirmed={() => onDone(next)} />;
    }
    if (restored) return <RestoredNote onDone={() => onDone('/')} />;
    if (kind === null) return <KindChoice onChoose={setKind} />;
    if (kind === 'restore') return <RestoreForm onBack={() => setKind(null)} onRestored={() => setRestored(true)} />;
    return <HomeForm kind={kind} onBack={() => setKind(null)} onMade={setMade} />;
  }
}
