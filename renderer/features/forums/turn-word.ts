import type { TFunction } from 'i18next';

/** What happened to the forum; null for what a newer program calls otherwise. */
export function turnWord(t: TFunction, kind: string): string | null {
  switch (kind) {
    case 'merged':
      return t('forums:turn.merged');
    case 'dissolved':
      return t('forums:turn.dissolved');
    case 'revived':
      return t('forums:turn.revived');
    default:
      return null;
  }
}
