/** @file Where the invented offices stand, the quarters their forums are named after, and the languages spoken there. */
import type { Compartment } from '#shared/domain/permissions.ts';
import type { Language } from './language.ts';

export type Quarter = { readonly ar: string; readonly ckb: string };

export type Site = {
  /** District in the list of places. */
  readonly place: string;
  readonly name: { readonly ar: string; readonly ckb: string };
  /** Where its office stands, in millionths of a degree: near the seat of the district, at no real building. */
  readonly position: { readonly lat: number; readonly lon: number };
  readonly services: readonly Compartment[];
  readonly language: Language;
  /** Share of people and forums that write Kurdish; the others write Arabic. */
  readonly kurdish: number;
  /** Share of names noted in Latin letters, as read from a passport or a phone. */
  readonly latin: number;
  readonly quarters: readonly Quarter[];
};

const BOTH: readonly Compartment[] = ['policing', 'hlp'];

const q = (ar: string, ckb: string): Quarter => ({ ar, ckb });

/** In the order in which a demo takes them. */
export const SITES: readonly Site[] = [
  {
    place: 'IQG13Q04',
    name: { ar: 'كركوك', ckb: 'کەرکووک' },
    position: { lat: 35_472_100, lon: 44_389_200 },
    services: BOTH,
    language: 'ar-IQ',
    kurdish: 0.4,
    latin: 0.08,
    quarters: [
      q('رحيم آوه', 'ڕەحیماوا'),
      q('الحرية', 'ئازادی'),
      q('واحد حزيران', 'یەکی حوزەیران'),
      q('تسعين', 'تسعین'),
      q('الشورجة', 'شۆڕجە'),
      q('دوميز', 'دۆمیز'),
    ],
  },
  {
    place: 'IQG06Q01',
    name: { ar: 'السليمانية', ckb: 'سلێمانی' },
    position: { lat: 35_569_000, lon: 45_429_900 },
    services: BOTH,
    language: 'ckb-IQ',
    kurdish: 0.95,
    latin: 0.1,
    quarters: [
      q('سرجنار', 'سەرچنار'),
      q('ملكندي', 'مەڵکەندی'),
      q('إبراهيم باشا', 'ئیبراهیم پاشا'),
      q('رابرين', 'ڕاپەڕین'),
      q('كاني كوردة', 'کانی کوردە'),
      q('بكرجو', 'بەکرەجۆ'),
    ],
  },
  {
    place: 'IQG15Q05',
    name: { ar: 'الموصل', ckb: 'مووسڵ' },
    position: { lat: 36_339_000, lon: 43_115_900 },
    services: BOTH,
    language: 'ar-IQ',
    kurdish: 0.06,
    latin: 0.08,
    quarters: [
      q('الزهور', 'زهوور'),
      q('المثنى', 'موسەننا'),
      q('النبي يونس', 'نەبی یونس'),
      q('وادي حجر', 'وادی حەجەر'),
      q('الكرامة', 'کەرامە'),
      q('المجموعة الثقافية', 'کۆمەڵەی ڕۆشنبیری'),
    ],
  },
  {
    place: 'IQG13Q01',
    name: { ar: 'الحويجة', ckb: 'حەویجە' },
    position: { lat: 35_329_000, lon: 43_767_000 },
    services: ['policing'],
    language: 'ar-IQ',
    kurdish: 0.03,
    latin: 0.04,
    quarters: [q('حي النصر', 'گەڕەکی نەسر'), q('حي الثورة', 'گەڕەکی سەورە'), q('العباسي', 'عەباسی'), q('الزاب', 'زاب')],
  },
  {
    place: 'IQG06Q09',
    name: { ar: 'رانية', ckb: 'ڕانیە' },
    position: { lat: 36_259_000, lon: 44_880_000 },
    services: BOTH,
    language: 'ckb-IQ',
    kurdish: 0.98,
    latin: 0.06,
    quarters: [q('قولي', 'قولێ'), q('حاجي آوه', 'حاجیاوا'), q('كيوه رش', 'کێوەڕەش'), q('سركبكان', 'سەرکەپکان')],
  },
  {
    place: 'IQG15Q07',
    name: { ar: 'سنجار', ckb: 'شنگال' },
    position: { lat: 36_324_900, lon: 41_873_600 },
    services: ['hlp'],
    language: 'ar-IQ',
    kurdish: 0.2,
    latin: 0.12,
    quarters: [q('حي النصر', 'گەڕەکی نەسر'), q('سنوني', 'سنوونێ'), q('خانصور', 'خانەسۆر')],
  },
  {
    place: 'IQG10Q04',
    name: { ar: 'بعقوبة', ckb: 'بەعقوبە' },
    position: { lat: 33_749_000, lon: 44_641_000 },
    services: BOTH,
    language: 'ar-IQ',
    kurdish: 0.05,
    latin: 0.06,
    quarters: [q('التحرير', 'تەحریر'), q('بهرز', 'بوهرز'), q('المفرق', 'مەفرەق'), q('الكاطون', 'کاتوون')],
  },
  {
    place: 'IQG11Q02',
    name: { ar: 'أربيل', ckb: 'هەولێر' },
    position: { lat: 36_194_700, lon: 44_006_500 },
    services: BOTH,
    language: 'ckb-IQ',
    kurdish: 0.85,
    latin: 0.12,
    quarters: [q('عنكاوا', 'عەنکاوە'), q('شورش', 'شۆڕش'), q('كوران', 'کوران'), q('بختياري', 'بەختیاری')],
  },
  {
    place: 'IQG01Q03',
    name: { ar: 'الرمادي', ckb: 'ڕومادی' },
    position: { lat: 33_424_600, lon: 43_304_800 },
    services: BOTH,
    language: 'ar-IQ',
    kurdish: 0,
    latin: 0.06,
    quarters: [
      q('حي الأندلس', 'گەڕەکی ئەندەلوس'),
      q('حي التأميم', 'گەڕەکی تەئمیم'),
      q('الملعب', 'مەلعەب'),
      q('الصوفية', 'سۆفیە'),
    ],
  },
  {
    place: 'IQG02Q02',
    name: { ar: 'البصرة', ckb: 'بەسرە' },
    position: { lat: 30_512_500, lon: 47_777_400 },
    services: BOTH,
    language: 'ar-IQ',
    kurdish: 0,
    latin: 0.08,
    quarters: [q('العشار', 'عەشار'), q('الجمهورية', 'جمهوریە'), q('القبلة', 'قیبلە'), q('الحيانية', 'حەیانیە')],
  },
];

export const DIRECTORATE = {
  place: 'IQ',
  name: { ar: 'مديرية الشرطة المجتمعية', ckb: 'بەڕێوەبەرایەتیی پۆلیسی کۆمەڵگەیی' },
};

/** Name of the town in the language of its office. */
export const townOf = ({ name, language }: Site): string => (language === 'ckb-IQ' ? name.ckb : name.ar);

/** Office name from what it offers. */
export function officeName(site: Site): string {
  const kurdish = site.language === 'ckb-IQ';
  if (!site.services.includes('policing')) {
    return kurdish
      ? `ناوەندی خانوو و زەوی و موڵک - ${site.name.ckb}`
      : `مركز السكن والأرض والممتلكات - ${site.name.ar}`;
  }
  return kurdish ? `نووسینگەی پۆلیسی کۆمەڵگەیی - ${site.name.ckb}` : `مكتب الشرطة المجتمعية - ${site.name.ar}`;
}

export function forumName(site: Site, quarter: Quarter, language: Language): string {
  return language === 'ckb-IQ'
    ? `مەکۆی پۆلیسی کۆمەڵگەیی - ${quarter.ckb}، ${site.name.ckb}`
    : `منتدى الشرطة المجتمعية - ${quarter.ar}، ${site.name.ar}`;
}

/** The same name as an office writes it out, and as a directorate wants all names to look. */
export function forumNameVariants(
  site: Site,
  quarter: Quarter,
  language: Language,
): { longer: string; uniform: string } {
  return language === 'ckb-IQ'
    ? {
        longer: `مەکۆی پۆلیسی کۆمەڵگەیی لە گەڕەکی ${quarter.ckb}، ${site.name.ckb}`,
        uniform: `مەکۆی پۆلیسی کۆمەڵگەیی: ${site.name.ckb}، ${quarter.ckb}`,
      }
    : {
        longer: `منتدى الشرطة المجتمعية في حي ${quarter.ar}، ${site.name.ar}`,
        uniform: `منتدى الشرطة المجتمعية: ${site.name.ar}، ${quarter.ar}`,
      };
}

/** Where a forum meets; `{quarter}` is filled in. */
export const VENUES: { readonly [language in Language]: readonly string[] } = {
  'ar-IQ': [
    'قاعة مكتب الشرطة المجتمعية',
    'ديوان المختار في {quarter}',
    'مدرسة {quarter} الابتدائية، قاعة المدير',
    'قاعة البلدية',
    'المركز الشبابي في {quarter}',
    'قاعة مديرية الناحية',
    'المركز الصحي في {quarter}',
  ],
  'ckb-IQ': [
    'هۆڵی نووسینگەی پۆلیسی کۆمەڵگەیی',
    'دیوەخانی موختاری {quarter}',
    'قوتابخانەی بنەڕەتیی {quarter}، ژووری بەڕێوەبەر',
    'هۆڵی شارەوانی',
    'ناوەندی گەنجانی {quarter}',
    'هۆڵی بەڕێوەبەرایەتیی ناحیە',
    'بنکەی تەندروستیی {quarter}',
  ],
};

export const ESTABLISHED_BY: { readonly [language in Language]: readonly string[] } = {
  'ar-IQ': [
    'مديرية الشرطة المجتمعية مع وجهاء المنطقة',
    'مكتب الشرطة المجتمعية والمجلس المحلي',
    'مبادرة من أهالي {quarter} بدعم الشرطة المجتمعية',
  ],
  'ckb-IQ': [
    'بەڕێوەبەرایەتیی پۆلیسی کۆمەڵگەیی لەگەڵ ڕیشسپییانی ناوچەکە',
    'نووسینگەی پۆلیسی کۆمەڵگەیی و ئەنجوومەنی خۆجێیی',
    'دەستپێشخەریی دانیشتووانی {quarter} بە پاڵپشتیی پۆلیسی کۆمەڵگەیی',
  ],
};

/** What the statute of a forum says. */
export const FORUM_WORDS: {
  readonly [language in Language]: { readonly aims: string; readonly usualMeeting: string };
} = {
  'ar-IQ': {
    aims: 'أن يحل الأهالي والشرطة مشكلات السلامة معاً، وأن تُسمع النساء والشباب.',
    usualMeeting: 'مرة كل شهر في مكان يسهل الوصول إليه',
  },
  'ckb-IQ': {
    aims: 'خەڵک و پۆلیس پێکەوە کێشەکانی سەلامەتی چارەسەر بکەن و گوێ لە ژنان و گەنجان بگیرێت.',
    usualMeeting: 'مانگی جارێک لە شوێنێکی ئاساندا',
  },
};
