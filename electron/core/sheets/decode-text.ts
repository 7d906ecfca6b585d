/**
 * @file Text of a file whose encoding nobody tells. UTF-8 and UTF-16 show themselves; windows-1256, which Arabic Windows
 * writes, is read only where nearly all that is not plain Latin comes out as Arabic letters.
 */
import { refusal } from '#shared/errors/codes.ts';
import { type Sheet, SheetRefused } from './sheet.ts';

/** Throws SheetRefused `sheet/encoding`. */
export function decodeText(bytes: Buffer): { readonly text: string; readonly encoding: Sheet['encoding'] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: strictly('utf-16le', bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: strictly('utf-16le', swapped(bytes)), encoding: 'utf-16' };
  if (bytes.includes(0)) throw unknown();
  const text = decoded('utf-8', bytes);
  if (text !== null) return { text, encoding: 'utf-8' };
  return { text: fromArabicWindows(bytes), encoding: 'windows-1256' };
}

function strictly(encoding: string, bytes: Buffer): string {
  const text = decoded(encoding, bytes);
  if (text === null) throw unknown();
  return text;
}

/** Without the byte order mark; null where the bytes are none of that encoding. */
function decoded(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();

/** Bytes 0x80 to 0xff. A table of our own: the runtime of the window may lack it. */
const arabicWindows =
  '€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u200c\u200dں\u00a0،¢£¤¥¦§¨©ھ«¬\u00ad®¯°±²³´µ¶·¸¹؛»¼½¾؟ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîïًٌٍَôُِ÷ّùْûü\u200e\u200fے';

const letters = [...arabicWindows];
/** Of all bytes beyond plain Latin, so many must be Arabic; with fewer it is some other code page. */
const sureShare = 0.97;

function fromArabicWindows(bytes: Buffer): string {
  let high = 0;
  let arabic = 0;
  let text = '';
  for (const byte of bytes) {
    if (byte < 0x80) {
      text += String.fromCharCode(byte);
      continue;
    }
    const letter = letters[byte - 0x80] ?? '';
    high += 1;
    if (/[\u060c-\u06d2\u200c-\u200f\u00a0]/.test(letter)) arabic += 1;
    text += letter;
  }
  if (arabic < high * sureShare) throw unknown();
  return text;
}

const unknown = (): SheetRefused => new SheetRefused(refusal('sheet/encoding', {}));
