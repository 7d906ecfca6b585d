/**
 * @file What people type to prove who they are, brought to one spelling before it is used or judged. Keyboards differ:
 * the same passphrase must open the home whichever digits or composed letters were typed.
 */

/** NFKC, with Arabic and Persian digits as ASCII ones. */
export function normalisePassphrase(text: string): string {
  return foldDigits(text.normalize('NFKC'));
}

/** At least 12 characters or 4 words (of two letters or more). There are no PINs: they are guessed offline in minutes. */
export function passphraseProblem(text: string): null | 'passphrase/too-short' {
  const normalised = normalisePassphrase(text).trim();
  const characters = [...normalised].length;
  const words = normalised.split(/\s+/u).filter((word) => [...word].length >= 2).length;
  return characters >= 12 || words >= 4 ? null : 'passphrase/too-short';
}

/** One spelling of a user name, for finding its slot: NFKC, trimmed, lower case, digits as ASCII ones. */
export function foldUserName(name: string): string {
  return foldDigits(name.normalize('NFKC').trim().toLowerCase());
}

/** Arabic-Indic (٠-٩) and extended Arabic-Indic (۰-۹) digits become ASCII ones. */
export function foldDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
