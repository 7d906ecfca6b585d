/** @file The window as a paper for as long as it is printed. */
import type { Language } from '#shared/text/languages.ts';

/**
 * Runs `work` while title and language of the window are those of the paper, once its fonts are there: a paper set in
 * another font cannot be searched, and title and language go into the PDF.
 */
export async function asPaper<T>(
  { language, title }: { readonly language: Language; readonly title: string },
  work: () => T | Promise<T>,
): Promise<T> {
  await loadPaperFonts();
  const before = { title: document.title, language: document.documentElement.lang };
  document.title = title;
  document.documentElement.lang = language;
  try {
    return await work();
  } finally {
    document.title = before.title;
    document.documentElement.lang = before.language;
  }
}

/** Also those that only the edges of the pages need, which are not laid out on a screen. */
export async function loadPaperFonts(): Promise<void> {
  const text = `${document.querySelector('article.paper')?.textContent ?? ''} 0123456789 ٠١٢٣٤٥٦٧٨٩ abc ابت`;
  await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 13pt Amiri`, text)));
  await document.fonts.ready;
}
