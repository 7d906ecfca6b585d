/** @file The papers that the program prints, who may print them, and where each is found (docs/adr/0013). */
import type { Language } from '#shared/text/languages.ts';
import type { Permission } from './permissions.ts';

export const PAPER_KINDS = [
  'waybill',
  'invitation',
  'minutes',
  'answers',
  'plan',
  'members',
  'certificate',
  'handover',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/**
 * Without it nobody prints the paper. What stands on it comes from the reads of the screens, which ask for theirs
 * again: this one keeps others from learning that a paper was printed.
 */
export const PAPER_PERMISSIONS: Readonly<Record<PaperKind, Permission>> = {
  waybill: 'exchange.read',
  invitation: 'policing.read',
  minutes: 'policing.read',
  answers: 'policing.read',
  plan: 'policing.read',
  members: 'policing.read',
  certificate: 'policing.read',
  handover: 'policing.read',
};

/** What a person prints a paper for; kept with each copy. */
export const PAPER_PURPOSES = ['meeting', 'file', 'person', 'authority', 'carrier'] as const;
export type PaperPurpose = (typeof PAPER_PURPOSES)[number];

/** Printed on paper, or saved as a file: a copy either way. */
export const PAPER_WAYS = ['printed', 'saved'] as const;

/**
 * One paper. `of` is the record it tells of (of a waybill the node it goes to), `part` a part of that record: the
 * version of minutes, the number of a file, a participant, a hand-over. Empty: the record as it stands.
 */
export type PaperRef = { readonly kind: PaperKind; readonly of: string; readonly part: string };

/** Path of the screen that shows the paper with *Print* and *Save* beside it. */
export const paperPath = (paper: PaperRef, language: Language): string => `/papers/${address(paper, language)}`;

/** Path under which a host without a window of its own draws the paper alone. */
export const sheetPath = (paper: PaperRef, language: Language): string => `/sheet/${address(paper, language)}`;

const address = ({ kind, of, part }: PaperRef, language: Language): string =>
  [kind, language, of, part].filter((piece) => piece !== '').join('/');
