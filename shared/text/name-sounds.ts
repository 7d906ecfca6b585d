/**
 * @file Words as consonants with vowels between them, whatever the script. A consonant is a set of classes, as ث is
 * said s or t; a class is one letter: b t j h x d z s c(sh) g f k l m n r w y.
 */
export type Vowel = {
  /** The qualities it may have: any of a, i, u. */
  readonly qualities: string;
  /** A definite vowel must be possible in the other writing; any other may be absent there. */
  readonly definite: boolean;
};

export type Sounds = {
  readonly consonants: readonly string[];
  /** `vowels[i]` stand before consonant i, the last entry after the last consonant. */
  readonly vowels: readonly (readonly Vowel[])[];
  /** Whether the word begins with a vowel, ع or a carrier of hamza. */
  readonly startsOpen: boolean;
  readonly endsInVowel: boolean;
};

const ARABIC_CONSONANTS = table(
  'ب:b پ:b ت:t ط:t ج:j چ:j ژ:jz ح:h ه:h ھ:h ہ:h خ:x د:d ض:dz ز:z ذ:zd ظ:zd س:s ص:s ث:st ش:c غ:g گ:gk ف:f ڤ:f ق:k ك:k ' +
    'ل:l ڵ:l م:m ن:n ر:r ڕ:r',
);
const LATIN_CONSONANTS = table(
  'sh:c th:stz kh:x gh:g dh:dz zh:jz ch:j ph:f b:b p:b t:t j:jz c:jk h:h x:x d:d z:z s:s g:gk f:f v:f k:k q:k l:l m:m n:n r:r',
);

const possible = (qualities: string): Vowel => ({ qualities, definite: false });
const definite = (qualities: string): Vowel => ({ qualities, definite: true });

const OPENERS = 'اأإآٱعئءؤ';

/** Every way a word may be read: one or two. `beforeAllah`: a final ة is also said t there. */
export function readingsOf(word: string, beforeAllah: boolean): Sounds[] {
  if (/^[a-z]/.test(plainLatin(word))) return latinReadings(plainLatin(word));
  const readings = [arabicReading(word)];
  if (beforeAllah && /[ةە]$/.test(word)) readings.push(arabicReading(`${word.slice(0, -1)}ت`));
  return readings;
}

class Builder {
  readonly #consonants: string[] = [];
  readonly #vowels: Vowel[][] = [[]];
  #last = '';

  vowel(vowel: Vowel): void {
    const gap = this.#vowels.at(-1);
    if (gap?.at(-1)?.qualities !== vowel.qualities) gap?.push(vowel);
    else if (vowel.definite) gap[gap.length - 1] = vowel;
    this.#last = '';
  }

  /** `once`: the same letter twice in a row counts as one. */
  consonant(letter: string, classes: string, once: boolean): void {
    if (once && letter === this.#last) return;
    this.#consonants.push(classes);
    this.#vowels.push([]);
    this.#last = letter;
  }

  build(startsOpen: boolean, endsInVowel: boolean): Sounds {
    return { consonants: this.#consonants, vowels: this.#vowels, startsOpen, endsInVowel };
  }
}

function arabicReading(word: string): Sounds {
  const isKurdish = /[ەێۆڵڕڤۊ]|^ئ/.test(word);
  const letters = [...word.replace(/(?<=.)[عء]$/, '')];
  const builder = new Builder();
  letters.forEach((letter, index) => {
    const isFirst = index === 0;
    const isLast = index === letters.length - 1;
    const vowel = arabicVowel(letters, index, isKurdish);
    if (vowel) builder.vowel(isLast && !isFirst ? { ...vowel, definite: true } : vowel);
    else if (isFirst && (letter === 'و' || letter === 'ي'))
      builder.consonant(letter, letter === 'و' ? 'w' : 'y', false);
    else if (ARABIC_CONSONANTS.has(letter)) builder.consonant(letter, ARABIC_CONSONANTS.get(letter) ?? '', isKurdish);
  });
  const last = letters.length > 1 && arabicVowel(letters, letters.length - 1, isKurdish) !== undefined;
  return builder.build(OPENERS.includes(letters[0] ?? ' ') || letters[0] === 'ە', last && letters.at(-1) !== 'ع');
}

function arabicVowel(letters: readonly string[], index: number, isKurdish: boolean): Vowel | undefined {
  const letter = letters[index] ?? '';
  const before = letters[index - 1] ?? '';
  if (index === 0) {
    if ('اأٱئءؤع'.includes(letter)) return possible('aiu');
    if (letter === 'إ') return possible('i');
    if (letter === 'آ' || letter === 'ە') return possible('a');
    return letter === 'ێ' || letter === 'ۆ' ? definite(letter === 'ێ' ? 'i' : 'u') : undefined;
  }
  if ('اآأإٱ'.includes(letter)) return definite('a');
  if (letter === 'ە' || letter === 'ة') return possible('a');
  if ('هھہ'.includes(letter) && index === letters.length - 1 && !'يوا'.includes(before)) return possible('a');
  if (letter === 'ى') return definite('ai');
  if (letter === 'ێ' || letter === 'ې') return definite('i');
  if ('ۆۇۊ'.includes(letter)) return definite('u');
  if (letter === 'و') return isKurdish && before !== 'و' ? possible('u') : definite('u');
  if (letter === 'ي') return isKurdish ? possible('i') : definite('i');
  if (letter === 'ع' || letter === 'ء') return possible('a');
  if (letter === 'ئ') return possible('i');
  return letter === 'ؤ' ? possible('u') : undefined;
}

function latinReadings(word: string): Sounds[] {
  const readings = [latinReading(word)];
  if (/.ah$/.test(word)) readings.push(latinReading(word.slice(0, -1)));
  return readings;
}

function latinReading(word: string): Sounds {
  const builder = new Builder();
  const opensWithGlide = /^[wy](?=[aeiou])/.test(word);
  let index = 0;
  while (index < word.length) {
    const vowels = /^[aeiouwy]+/.exec(word.slice(index))?.[0] ?? '';
    if (index === 0 && opensWithGlide) {
      builder.consonant(word[0] ?? '', word[0] ?? '', true);
      index += 1;
    } else if (vowels !== '') {
      for (const vowel of latinVowels(vowels, index + vowels.length === word.length)) builder.vowel(vowel);
      index += vowels.length;
    } else {
      const pair = word.slice(index, index + 2);
      const letter = LATIN_CONSONANTS.has(pair) ? pair : (word[index] ?? '');
      const classes = LATIN_CONSONANTS.get(letter);
      if (classes !== undefined) builder.consonant(letter, classes, true);
      index += letter.length;
    }
  }
  return builder.build(/^[aeiouwy]/.test(word) && !opensWithGlide, /[aeiouwy]$/.test(word));
}

/** A run of vowel letters in order: `aa ee oo ou`, i after a or e, w, y and everything at the end are definite. */
function latinVowels(run: string, isFinal: boolean): Vowel[] {
  const found: Vowel[] = [];
  for (const match of run.matchAll(/aa|ee|oo|ou|[aeiouwy]/g)) {
    const letters = match[0];
    const quality = letters.startsWith('a') ? 'a' : /^[oauw]/.test(letters) ? 'u' : 'i';
    const afterOpen = letters === 'i' && /[ae]$/.test(run.slice(0, match.index));
    const isLast = isFinal && match.index + letters.length === run.length;
    const isDefinite = letters.length === 2 || letters === 'w' || letters === 'y' || afterOpen || isLast;
    found.push({ qualities: quality, definite: isDefinite });
  }
  return found;
}

/** Latin letters without their marks. */
function plainLatin(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '');
}

function table(rows: string): ReadonlyMap<string, string> {
  return new Map(rows.split(' ').map((row) => row.split(':') as [string, string]));
}
