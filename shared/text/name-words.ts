/** @file Names cut into words for comparing: titles and articles go, compounds become two words however written. */
import { clean } from './clean.ts';

/** The word الله in any writing; it has a key of its own. */
export const ALLAH = 'الله';

const TITLES = new Set(
  (
    'السيد السيده السيدة الحاج الحاجه الحاجة الشيخ الدكتور د ملا مەلا كاك مام حاجي شێخ بن ابن بنت ' +
    'dr mr mrs hajj haji sheikh mulla mullah kak mam bin ibn bint'
  ).split(' '),
);
const LATIN_ARTICLES = new Set('al el ul ad as ar az an'.split(' '));
/** Words that begin with ال of their own. */
const NO_ARTICLE = new Set([ALLAH, 'الاء', 'الهام', 'الياس', 'الماس']);

const DEFECTIVE: Readonly<Record<string, string>> = {
  رحمن: 'رحمان',
  اسحق: 'اسحاق',
  هرون: 'هارون',
  ابرهيم: 'ابراهيم',
  إبرهيم: 'ابراهيم',
  يس: 'ياسين',
  معوية: 'معاوية',
};

type Compound = { readonly written: RegExp; readonly words: (match: RegExpExecArray) => string[] };

/** Tried in order; the first that fits splits the word, and its parts are not split again. */
const COMPOUNDS: readonly Compound[] = [
  { written: /^(?:allah|الله|ئەڵڵا|ئەڵا)$/, words: () => [ALLAH] },
  { written: /^(.{2,})(?:الله|اللە|وڵڵا|وڵا|وللا)$/, words: (m) => [part(m), ALLAH] },
  { written: /^(.{2,})[uaoe]llah?$/, words: (m) => [part(m), ALLAH] },
  { written: /^عبدال(.{2,})$/, words: (m) => ['عبد', part(m)] },
  { written: /^عەبدو[لڵ]?(.{3,})$/, words: (m) => ['عەبد', part(m)] },
  { written: /^عەبدو[لڵ]$/, words: () => ['عەبد'] },
  { written: /^abd[uea]l$/, words: () => ['abd'] },
  { written: /^abd[uea](?:l|(.)(?=\1))(.{3,})$/, words: (m) => ['abd', m[2] ?? ''] },
  { written: /^(.{2,})الدين$/, words: (m) => [part(m), 'دين'] },
  { written: /^(.{2,})ەدد?ين$/, words: (m) => [part(m), 'دين'] },
  { written: /^(.{2,}?)(?:[uea]d|[uea]l|[ue])dine?$/, words: (m) => [part(m), 'din'] },
  { written: /^[اأ]بو(.{3,})$/, words: (m) => ['أبو', part(m)] },
];

/** Words of a name in order, in the letters of `clean` with ی and ک written ي and ك. */
export function nameWords(name: string): string[] {
  const written = clean(name.replace(/[şŞ]/g, 'sh').replace(/[çÇ]/g, 'ch'))
    .replace(/ی/g, 'ي')
    .replace(/[کڪ]/g, 'ك')
    .replace(/(?<=\p{L})['’ʿʾ`](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  return dropWhile(dropWhile(written, TITLES), LATIN_ARTICLES).flatMap(splitCompound).map(withoutArticle);
}

/** Takes the words away unless nothing would be left. */
function dropWhile(words: readonly string[], dropped: ReadonlySet<string>): string[] {
  const kept = words.filter((word) => !dropped.has(word));
  return kept.length > 0 ? kept : [...words];
}

function splitCompound(word: string): string[] {
  for (const { written, words } of COMPOUNDS) {
    const match = written.exec(word);
    if (match) return words(match);
  }
  return [word];
}

function withoutArticle(word: string): string {
  const bare = word.startsWith('ال') && word.length >= 5 && !NO_ARTICLE.has(word) ? word.slice(2) : word;
  return DEFECTIVE[bare] ?? bare;
}

function part(match: RegExpExecArray): string {
  return match[1] ?? '';
}
