/** @file Places that groups speak of in a security mapping, and why some are feared. */
import type { Language } from './language.ts';

export type MappingWords = {
  readonly market: string;
  readonly school: string;
  readonly river: string;
  readonly garage: string;
  readonly women: string;
  readonly dark: string;
  readonly idle: string;
  readonly talk: string;
  readonly slow: string;
};

export const MAPPING_WORDS: { readonly [language in Language]: MappingWords } = {
  'ar-IQ': {
    market: 'السوق الكبير',
    school: 'الطريق إلى مدرسة البنات',
    river: 'المتنزه القديم',
    garage: 'كراج النقل الداخلي',
    women: 'النساء والفتيات',
    dark: 'لا إنارة بعد الغروب',
    idle: 'تجمعات شباب بلا عمل',
    talk: 'الخوف من كلام الناس',
    slow: 'طول الإجراءات في المركز',
  },
  'ckb-IQ': {
    market: 'بازاڕی گەورە',
    school: 'ڕێگای قوتابخانەی کچان',
    river: 'پارکی کۆن',
    garage: 'گەراجی گواستنەوەی ناوخۆ',
    women: 'ژنان و کچان',
    dark: 'دوای خۆرئاوابوون ڕووناکی نییە',
    idle: 'کۆبوونەوەی گەنجانی بێکار',
    talk: 'ترس لە قسەی خەڵک',
    slow: 'درێژیی ڕێکارەکان لە بنکە',
  },
};
