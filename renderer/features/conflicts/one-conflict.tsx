import type { Conflict, WordsByType } from './conflict.ts';
import { ConflictCard } from './conflict-card.tsx';
import { VoidCard } from './void-card.tsx';

export function OneConflict({ conflict, wordsByType }: { conflict: Conflict; wordsByType: WordsByType }) {
  const words = wordsByType[conflict.recordType] ?? {};
  return conflict.nature === 'void' ? (
    <VoidCard conflict={conflict} words={words} />
  ) : (
    <ConflictCard conflict={conflict} words={words} />
  );
}
