/** @file What an office has and what befalls it. `{town}` is the town of the office. */
import type { Language } from './language.ts';

export type HoldingWords = {
  readonly station: string;
  readonly womenRoom: string;
  readonly pickup: string;
  readonly plate: string;
  readonly motorcycle: string;
  readonly computer: string;
  readonly camera: string;
  readonly chairs: string;
  readonly from: string;
  readonly storeKeeper: string;
  readonly head: string;
  readonly checked: string;
  readonly repaired: string;
  readonly damage: string;
  readonly theft: string;
  readonly report: string;
};

export const HOLDING_WORDS: { readonly [language in Language]: HoldingWords } = {
  'ar-IQ': {
    station: 'مركز شرطة {town}',
    womenRoom: 'غرفة استقبال النساء - {town}',
    pickup: 'سيارة بيك أب بيضاء، قمارتان',
    plate: '{number} {town}',
    motorcycle: 'دراجة نارية للدوريات في الأزقة',
    computer: 'حاسبة محمولة مع حقيبة',
    camera: 'كاميرا رقمية للتوثيق',
    chairs: 'كراسي بلاستيكية لقاعة الاجتماعات',
    from: 'مخازن مديرية الشرطة المجتمعية',
    storeKeeper: 'أمين المخزن',
    head: 'مسؤول المكتب',
    checked: 'جُردت وطابقت السجل.',
    repaired: 'أُصلح الزجاج وعادت إلى الخدمة.',
    damage: 'كسر حجر الزجاج الأمامي في الطريق إلى اجتماع المنتدى.',
    theft: 'سُرقت الكاميرا من المكتب ليلاً بعد كسر القفل.',
    report: 'محضر {number} لسنة {year}',
  },
  'ckb-IQ': {
    station: 'بنکەی پۆلیسی {town}',
    womenRoom: 'ژووری پێشوازیی ژنان - {town}',
    pickup: 'پیکاپی سپی، دوو قەمارە',
    plate: '{number} {town}',
    motorcycle: 'ماتۆڕ بۆ گەشت لە کۆڵانەکان',
    computer: 'لاپتۆپ لەگەڵ جانتا',
    camera: 'کامێرای دیجیتاڵ بۆ بەڵگەکردن',
    chairs: 'کورسیی پلاستیک بۆ هۆڵی کۆبوونەوە',
    from: 'کۆگاکانی بەڕێوەبەرایەتیی پۆلیسی کۆمەڵگەیی',
    storeKeeper: 'بەرپرسی کۆگا',
    head: 'بەرپرسی نووسینگە',
    checked: 'جەرد کرا و لەگەڵ تۆمار یەکی گرتەوە.',
    repaired: 'شووشەکە چاک کرا و گەڕایەوە بۆ کار.',
    damage: 'لە ڕێگای کۆبوونەوەی مەکۆدا بەردێک شووشەی پێشەوەی شکاند.',
    theft: 'شەو دوای شکاندنی قفڵەکە کامێراکە لە نووسینگە دزرا.',
    report: 'کۆنووسی ژمارە {number}ی ساڵی {year}',
  },
};
