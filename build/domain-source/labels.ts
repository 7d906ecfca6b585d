const ARABIC_ONLY = /[كيىةأإؤ]/u;
const KURDISH_ONLY = /[کیەڵڕۆێھ]/u;
const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const OTHER_DIGITS = /[٠-٩۰-۹]/u;
const INVISIBLE = /\p{Cf}/u;
const LETTER = /\p{Letter}/u;

/**
 * Refuses an empty label and letters of another language: Kurdish is written with ک ی ە ه, Arabic with ك ي ى ة,
 * digits are always 0-9. Tables read from paper mix them up, and then search and sorting go wrong in silence.
 */
export function checkLabel(language: 'en' | 'ar-IQ' | 'ckb-IQ', label: string, fault: (reason: string) => Error): void {
  if (label === '') throw fault('the label is missing');
  if (OTHER_DIGITS.test(label)) throw fault(`"${label}" has digits other than 0-9`);
  if (INVISIBLE.test(label)) throw fault(`"${label}" has invisible characters`);
  if (language === 'en' && ARABIC_SCRIPT.test(label)) throw fault(`"${label}" is not English`);
  if (language === 'ar-IQ' && KURDISH_ONLY.test(label)) throw fault(`"${label}" has Kurdish letters`);
  if (language === 'ckb-IQ' && ARABIC_ONLY.test(label)) throw fault(`"${label}" has Arabic letters`);
  if (language !== 'en' && LETTER.test(label) && !ARABIC_SCRIPT.test(label))
    throw fault(`"${label}" is in Latin letters`);
}
