/**
 * @file Names across Arabic, Kurdish and Latin letters: keys that find candidates, and a comparison that says which of
 * them may be the same person. Edit distance is not used: on these names it brings more strangers than relatives.
 */
import { fold } from './fold.ts';
import { readingsOf, type Sounds, type Vowel } from './name-sounds.ts';
import { ALLAH, nameWords } from './name-words.ts';

const MAX_KEYS = 8;

/**
 * Level 2 of search: for each word of a name its keys, one to eight, of lower-case Latin letters or digits. Two
 * writings of one name share a key word by word. Made from what was typed, not from its fold.
 */
export function nameKeys(name: string): string[][] {
  return tokensOf(name).map((token) =>
    token.exact !== null ? [token.exact] : [...new Set(token.readings.flatMap(keysOf))].slice(0, MAX_KEYS),
  );
}

/**
 * Level 3: whether two names may be suggested as the same, as their folds are equal or every word agrees in order.
 * Only ever a suggestion to a person.
 */
export function sameName(a: string, b: string): boolean {
  if (fold(a) === fold(b)) return true;
  const left = tokensOf(a);
  const right = tokensOf(b);
  return left.length === right.length && left.every((token, index) => sameToken(token, right[index]));
}

type Token = {
  /** Numbers and الله are compared as they are. */
  readonly exact: string | null;
  readonly readings: readonly Sounds[];
};

function tokensOf(name: string): Token[] {
  const words = nameWords(name);
  return words.map((word, index) => {
    if (word === ALLAH) return { exact: 'allah', readings: [] };
    if (/\p{N}/u.test(word)) return { exact: word, readings: [] };
    return { exact: null, readings: readingsOf(word, words[index + 1] === ALLAH) };
  });
}

function keysOf({ consonants, startsOpen }: Sounds): string[] {
  const start = startsOpen ? 'a' : '';
  return consonants.reduce<string[]>(
    (keys, classes) => [...classes].flatMap((one) => keys.map((key) => key + one)).slice(0, MAX_KEYS),
    [start],
  );
}

function sameToken(a: Token, b: Token | undefined): boolean {
  if (b === undefined) return false;
  if (a.exact !== null || b.exact !== null) return a.exact === b.exact;
  return a.readings.some((left) => b.readings.some((right) => sameSounds(left, right)));
}

function sameSounds(a: Sounds, b: Sounds): boolean {
  return (
    a.startsOpen === b.startsOpen &&
    a.endsInVowel === b.endsInVowel &&
    a.consonants.length === b.consonants.length &&
    a.consonants.every((classes, index) => shareLetter(classes, b.consonants[index] ?? '')) &&
    a.vowels.every((gap, index) => allows(gap, b.vowels[index] ?? []) && allows(b.vowels[index] ?? [], gap))
  );
}

/** Whether the definite vowels of one writing are all possible in the other, in order. */
function allows(gap: readonly Vowel[], other: readonly Vowel[]): boolean {
  let next = 0;
  for (const { qualities, definite } of gap) {
    if (!definite) continue;
    const found = other.findIndex((vowel, index) => index >= next && shareLetter(vowel.qualities, qualities));
    if (found === -1) return false;
    next = found + 1;
  }
  return true;
}

function shareLetter(a: string, b: string): boolean {
  return [...a].some((letter) => b.includes(letter));
}
