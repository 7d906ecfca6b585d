/**
 * @file Marks that keep a piece of text whole inside a sentence of the other direction. Without them
 * `0770 123 4567` in an Arabic sentence reads 4567 123 0770.
 */
const LTR_ISOLATE = '\u2066';
const RTL_ISOLATE = '\u2067';
const FIRST_STRONG_ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** For identifiers, phones, amounts, paths: always left to right. */
export const isolateLtr = (text: string): string => LTR_ISOLATE + text + END_OF_ISOLATE;

/** For a piece that must read right to left although it holds no letter, such as ١٢٪. */
export const isolateRtl = (text: string): string => RTL_ISOLATE + text + END_OF_ISOLATE;

/** For names and other text people typed: direction by its own first letter. */
export const isolate = (text: string): string => FIRST_STRONG_ISOLATE + text + END_OF_ISOLATE;

/** Takes the isolate marks away again, for the clipboard, exports and files. */
export const stripIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

/** Takes every direction mark away; for the parsers, as pasted text often carries them. */
export const stripBidiControls = (text: string): string =>
  text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '');

/**
 * Shows hidden direction marks, zero-width and control characters as `⟨U+202E⟩`. For text whose exact form matters to
 * the reader (a file's name, a fingerprint, terminal output): an override could make it read as something else.
 * Newline and tab stay.
 */
export function escapeBidiControls(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: showing control characters is the purpose
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
