/**
 * @file Looks at the PDF of a paper as people will use it: opened, searched, printed in black. Poppler reads it once,
 * PDFium, with which Chromium and Edge open it, a second time (docs/adr/0013).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { expect, test } from '@playwright/test';
import type { PaperRef } from '#shared/domain/papers.ts';
import { foldDigits } from '#shared/text/digits.ts';
import type { Language } from '#shared/text/languages.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';
import type { Desk } from '#renderer/e2e/screens/desk.ts';

export type Printed = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** As Poppler reads it, page by page, digits as 0-9. */
  readonly texts: readonly string[];
  /** As PDFium reads the whole. */
  readonly byPdfium: string;
};

export type PaperExpectation = {
  readonly language: Language;
  /** Document number, and whatever else people search for: each must be found as it is written. */
  readonly numbers: readonly string[];
  /** Of the words that the paper shows, in the order of the screen. */
  readonly words: string;
  readonly title: string;
  /** Words that must stand together on one page, such as the places to sign. */
  readonly together?: readonly string[];
  /** What must not be on it. */
  readonly never?: readonly string[];
};

/** The paper on the screen, as the words of its article. */
export const wordsOnScreen = async (desk: Desk): Promise<string> =>
  (await desk.page.locator('article.paper').locator('th, td p, td bdi, h2, h3, p, li, b, span').allTextContents()).join(
    ' ',
  );

/** The PDF that the host makes of a paper, kept with the results of the journey as `<name>-<language>.pdf`. */
export async function printedBy(
  installation: Installation,
  paper: PaperRef,
  language: Language,
  name: string = paper.kind,
): Promise<Printed> {
  const { data } = await ask(installation, 'host.makePdf', { ...paper, language });
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(test.info().outputPath(`${name}-${language}.pdf`), bytes);
  const byPdfium = await readByPdfium(bytes);
  const pages = byPdfium.length;
  const texts = Array.from({ length: pages }, (_, index) =>
    poppler('pdftotext', bytes, ['-layout', '-f', String(index + 1), '-l', String(index + 1)], ['-']),
  );
  return { bytes, pages, texts: texts.map(plain), byPdfium: plain(byPdfium.join('\n')) };
}

/** A4, searchable, titled, numbered in order, the places to sign whole. */
export async function expectGoodPaper(printed: Printed, wanted: PaperExpectation): Promise<void> {
  const { bytes, pages, texts, byPdfium } = printed;
  const about = poppler('pdfinfo', bytes);
  expect(about).toMatch(/Page size:.*A4/);
  expect(about).toMatch(/Tagged:\s+yes/);
  expect(about).toContain(wanted.title);
  const fonts = poppler('pdffonts', bytes);
  expect(fonts).toContain('Amiri');
  expect(fonts).not.toContain('Type 3');
  for (const [reader, text] of Object.entries({ Poppler: texts.join('\n'), PDFium: byPdfium })) {
    for (const number of wanted.numbers) expect(text.includes(number), `${reader} finds ${number}`).toBe(true);
    for (const secret of wanted.never ?? []) expect(text).not.toContain(secret);
    const lost = lostWords(wanted.words, text);
    expect(lost.share, `lost by ${reader}: ${lost.words.join(' ')}`).toBeLessThanOrEqual(0.05);
  }
  for (const [index, text] of texts.entries()) {
    expect(pageNumbers(text), `page ${index + 1}`).toEqual(expect.arrayContaining([index + 1, pages]));
  }
  if (wanted.together) {
    const whole = texts.some((text) => wanted.together?.every((words) => isWrittenOn(text, words)));
    expect(whole, `${wanted.together.join(', ')} stand on one page`).toBe(true);
  }
}

/** Numbers in the last lines of a page, where its number stands. */
const pageNumbers = (text: string): number[] =>
  (text.trimEnd().split('\n').slice(-3).join(' ').match(/\d+/g) ?? []).map(Number);

/** Page by page. */
async function readByPdfium(bytes: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const texts = [...document.pages()].map((page) => page.getText());
    document.destroy();
    return texts;
  } finally {
    library.destroy();
  }
}

/** Digits as 0-9, each letter in one form. */
const plain = (text: string): string => foldDigits(text).normalize('NFKC');

/** Whether all of these words stand in a text, wherever lines break. */
export const isWrittenOn = (text: string, words: string): boolean => lostWords(words, text).share === 0;

function lostWords(wanted: string, text: string): { readonly share: number; readonly words: string[] } {
  const found = new Set(wordsOf(text));
  const words = wordsOf(wanted);
  const lost = words.filter((word) => !found.has(word));
  return { share: words.length === 0 ? 0 : lost.length / words.length, words: [...new Set(lost)] };
}

/** Words of three letters or more, as a search of the paper would compare them. Kurdish writes an ending onto a number. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u0640]|\p{M}/gu, '')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .split(/[^\p{L}\p{N}]+|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u)
    .filter((word) => word.length > 2);

/** Runs a tool of Poppler on the PDF, which lies in a folder of its own for as long. */
function poppler(tool: string, bytes: Uint8Array, before: string[] = [], after: string[] = []): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jisr-printed-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, bytes);
    return execFileSync(tool, [...before, file, ...after], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
