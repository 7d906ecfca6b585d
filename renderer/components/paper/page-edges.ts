/**
 * @file What stands on the edge of every page of a paper, drawn by `@page` margin boxes in the font of the paper: the
 * header templates of Chromium would use another one.
 */
import type { Digits } from '#shared/text/digits.ts';
import type { Direction } from '#shared/text/languages.ts';

export type PageEdges = {
  readonly direction: Direction;
  readonly digits: Digits;
  readonly office: string;
  /** Of the document; stands alone, left to right. */
  readonly number: string;
  /** A sentence in which `pageMark` and `pagesMark` stand for the numbers of this page and of the last one. */
  readonly page: string;
  /** When, by whom, which copy. */
  readonly printed: string;
};

export const pageMark = '\ue000';
export const pagesMark = '\ue001';

/** Puts them on every page that is printed until the answer is called. */
export function installEdges(edges: PageEdges): () => void {
  // A sheet of our own making needs no looser policy: inline styles stay forbidden.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(edgeRules(edges));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

export function edgeRules({ direction, digits, office, number, page, printed }: PageEdges): string {
  const [start, end] = direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const style = digits === 'arabic' ? 'arabic-indic' : 'decimal';
  const counters: Readonly<Record<string, string>> = {
    [pageMark]: `counter(page, ${style})`,
    [pagesMark]: `counter(pages, ${style})`,
  };
  const pageOf = page
    .split(/([\ue000\ue001])/)
    .map((piece) => counters[piece] ?? cssText(piece))
    .join(' ');
  return `@page {
    @top-${start} { content: ${cssText(office)}; direction: ${direction}; }
    @top-${end} { content: ${cssText(number)}; direction: ltr; }
    @bottom-${start} { content: ${pageOf}; direction: ${direction}; white-space: nowrap; }
    @bottom-${end} { content: ${cssText(printed)}; direction: ${direction}; }
  }`;
}

/** As a string of CSS. Names are typed by people: whatever is no letter, digit or space is written by its number. */
export const cssText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N}\p{M} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0x20).toString(16)} `)}"`;
