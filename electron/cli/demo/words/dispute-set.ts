import type { DisputeType, PartyRole, PropertyType } from '#shared/domain/generated/code-lists.ts';
import type { Language } from './language.ts';

/** Ways a case can go; each is a walk through the stage table (dispute-paths.ts). */
export type PathName =
  | 'mediated'
  | 'mediated-and-registered'
  | 'shuttle'
  | 'no-agreement'
  | 'breached'
  | 'documents'
  | 'registration'
  | 'compensation'
  | 'court'
  | 'advice'
  | 'withdrawn'
  | 'held'
  | 'reopened';

/**
 * Slots: `{other}` the other party's name, `{quarter}` where the property lies, `{year}` when it began, `{document}` one of
 * the documents.
 */
export type DisputeWords = {
  readonly narrative: string;
  readonly property: string;
  readonly documents: readonly string[];
};

export type DisputeSet = {
  readonly type: DisputeType;
  readonly properties: readonly PropertyType[];
  /** Null where nobody stands on the other side. */
  readonly other: PartyRole | null;
  readonly paths: readonly PathName[];
  readonly words: { readonly [language in Language]: DisputeWords };
};
