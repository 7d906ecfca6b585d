import { isolate } from './bidi.ts';
import type { Language } from './languages.ts';

export type ListPart = { readonly kind: 'item' | 'separator'; readonly text: string };

type Joints = { readonly between: string; readonly beforeLast: string };

/** In Arabic و is written together with the word after it, in Kurdish apart. */
const JOINTS: Readonly<Record<Language, Joints>> = {
  'ar-IQ': { between: '، ', beforeLast: ' و' },
  'ckb-IQ': { between: '، ', beforeLast: ' و ' },
  en: { between: ', ', beforeLast: ' and ' },
};

/** Parts of a list in order, so that a screen can put each name into its own `<bdi>`. */
export function listParts(items: readonly string[], language: Language): ListPart[] {
  const joints = JOINTS[language];
  return items.flatMap((text, index): ListPart[] => {
    if (index === 0) return [{ kind: 'item', text }];
    const separator = index === items.length - 1 ? joints.beforeLast : joints.between;
    return [
      { kind: 'separator', text: separator },
      { kind: 'item', text },
    ];
  });
}

/** `أ، ب وج`, `أ، ب و ج`, `a, b and c`; each item stands in its own isolate, so brackets and counts stay with it. */
export const formatList = (items: readonly string[], language: Language): string =>
  listParts(items, language)
    .map((part) => (part.kind === 'item' ? isolate(part.text) : part.text))
    .join('');
