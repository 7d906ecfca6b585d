/** @file What eyes would find on a screen: the wrong direction, cut words, sideways scroll, English left over. */
import type { Page } from '@playwright/test';
import type { Words } from './words.ts';

/** Names and abbreviations that stay Latin in every language. */
const staysLatin =
  /\b(?:Jisr|KINGSTON|SANDISK|USB|Ctrl|HLP|PDF|English|Apache|License|Electron|Chromium|SQLite|Noto|Sans|Arabic|Amiri|OCHA|Natural|Earth|GeoNames|Argon2id|Ed25519)\b/g;

/** Every finding in words; an empty list for a screen that is well drawn. `names`: of people, however they are written. */
export async function findFlaws(page: Page, words: Words, names: readonly string[] = []): Promise<readonly string[]> {
  const seen = await page.evaluate(inspectDocument);
  const flaws = [...seen.cut, ...seen.sideways];
  if (seen.lang !== words.language) flaws.push(`lang is ${seen.lang}`);
  if (seen.dir !== words.direction) flaws.push(`dir is ${seen.dir}`);
  const isEnglish = (text: string) => hasEnglish(names.reduce((rest, name) => rest.replaceAll(name, ''), text));
  if (words.language !== 'en') flaws.push(...seen.texts.filter(isEnglish).map((text) => `English: ${text}`));
  return flaws;
}

/** File names and numbers stand in isolates of their own. */
const identifiers = /\u2066[^\u2069]*\u2069/g;

const hasEnglish = (text: string): boolean =>
  /[A-Za-z]{3,}/.test(text.replaceAll(identifiers, '').replaceAll(staysLatin, ''));

/** Runs in the page. */
function inspectDocument() {
  const root = document.documentElement;
  const cut: string[] = [];
  const texts: string[] = [];
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // Hidden but for screen readers: one pixel wide on purpose.
  const isForReaders = (element: Element) => element.clientWidth <= 1 && element.clientHeight <= 1;
  const ownText = (element: Element) =>
    [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map(({ data }) => data.trim())
      .join(' ')
      .trim();
  const tell = (what: string, element: Element) =>
    cut.push(
      `${what}: <${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.slice(0, 80)}`,
    );

  for (const element of document.querySelectorAll('body *')) {
    if (!(element instanceof HTMLElement) || !isShown(element)) continue;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    const text = ownText(element);
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const isTold = text !== '' || (isField && element.type !== 'checkbox' && element.type !== 'radio');
    if (!isTold || display === 'inline' || display === 'contents' || isForReaders(element)) continue;
    if (element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto') tell('cut sideways', element);
    const clipsDown = overflowY === 'hidden' || overflowY === 'clip';
    if (!isField && clipsDown && element.scrollHeight > element.clientHeight + 2) tell('cut below', element);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest('.identifier, script, style, [dir="ltr"] bdi') !== null || !isShown(parent))
      continue;
    texts.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
  }
  texts.push(document.title);
  const sideways = root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth}`] : [];
  return { lang: root.lang, dir: root.dir, cut, texts, sideways };
}
