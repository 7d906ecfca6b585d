import type { Language } from './language.ts';

/** Reasons noted with a move that needs one. */
export const MOVE_REASONS: {
  readonly [language in Language]: {
    readonly onHold: readonly string[];
    readonly resumed: string;
    readonly backFromReferral: string;
    readonly breached: string;
    readonly reopened: string;
    readonly closed: string;
  };
} = {
  'ar-IQ': {
    onHold: ['بانتظار جواب التسجيل العقاري', 'أحد الأطراف مسافر', 'موسم ديني ومناسبة عزاء'],
    resumed: 'زال سبب التعليق واستؤنف العمل',
    backFromReferral: 'عادت الحالة من الجهة المختصة مع جوابها',
    breached: 'لم يُنفذ أحد البنود في موعده',
    reopened: 'طلب أحد الطرفين إعادة النظر بسبب معلومات جديدة',
    closed: 'أُغلقت الحالة بعد إبلاغ مقدم الطلب',
  },
  'ckb-IQ': {
    onHold: ['چاوەڕوانی وەڵامی تۆماری خانووبەرە', 'یەکێک لە لایەنەکان لە سەفەرە', 'وەرزی ئایینی و پرسە'],
    resumed: 'هۆکاری هەڵپەساردن نەما و کار دەستی پێکردەوە',
    backFromReferral: 'دۆسیەکە لەگەڵ وەڵام لە لایەنی پەیوەندیدارەوە گەڕایەوە',
    breached: 'یەکێک لە بڕگەکان لە کاتی خۆیدا جێبەجێ نەکرا',
    reopened: 'لایەنێک بەهۆی زانیاریی نوێوە داوای پێداچوونەوەی کرد',
    closed: 'دۆسیەکە دوای ئاگادارکردنەوەی داواکار داخرا',
  },
};

/** Added at the end of a step that puts an earlier one right. */
export const CORRECTED_STEP: { readonly [language in Language]: string } = {
  'ar-IQ': 'تصحيح: جرت الخطوة في اليوم السابق للتاريخ المدوّن.',
  'ckb-IQ': 'ڕاستکردنەوە: هەنگاوەکە ڕۆژێک پێش بەرواری نووسراو بووە.',
};
