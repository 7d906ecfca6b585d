/**
 * @file What mediators note while a case stands at a stage: the kind of step, what happened, what comes next.
 * Slots: `{claimant}`, `{other}`, `{document}`. Cases without another party use the phrases that do not name one.
 * Arabic sentences are nominal, so that they fit women and men alike.
 */
import type { DisputeStage } from '#shared/domain/generated/code-lists.ts';
import type { StepKind } from '#shared/domain/step-kind.ts';
import type { Language } from './language.ts';

export type StepPhrase = { readonly kind: StepKind; readonly text: string; readonly next: string };

export const STEPS_BY_STAGE: {
  readonly [language in Language]: { readonly [stage in DisputeStage]?: readonly StepPhrase[] };
} = {
  'ar-IQ': {
    intake: [
      {
        kind: 'call',
        text: 'اتصال هاتفي من {claimant} لشرح الموضوع باختصار، وتحديد موعد للمقابلة.',
        next: 'مقابلة في المكتب',
      },
      {
        kind: 'visit',
        text: 'مراجعة {claimant} للمكتب، وعرض الخدمات وحدودها وتسجيل الطلب.',
        next: 'استكمال الموافقات والوثائق',
      },
    ],
    screening: [
      {
        kind: 'visit',
        text: 'شرح الموافقات واحدة واحدة لـ{claimant} والتوقيع عليها، وإجراء تقييم السلامة.',
        next: 'جمع نسخ الوثائق',
      },
      {
        kind: 'visit',
        text: 'مقابلة منفردة مع {claimant} للسؤال عن السلامة، ولا توجد مخاوف آنية.',
        next: 'البدء بجمع المعلومات',
      },
    ],
    fact_finding: [
      {
        kind: 'site_visit',
        text: 'زيارة الموقع مع المختار وأخذ القياسات والصور بموافقة {claimant}.',
        next: 'مقارنة القياسات مع الوثائق',
      },
      {
        kind: 'letter',
        text: 'أُرسل كتاب إلى التسجيل العقاري للتأكد من {document}.',
        next: 'متابعة الجواب بعد أسبوعين',
      },
      {
        kind: 'visit',
        text: 'الاطلاع على {document} بحضور {claimant} دون الاحتفاظ بالأصل.',
        next: 'سماع إفادة الشهود',
      },
      { kind: 'call', text: 'اتصال بـ{other} لسماع الطرف الآخر، مع وعد بإحضار الأوليات.', next: 'موعد مع الطرف الآخر' },
    ],
    strategy: [
      {
        kind: 'visit',
        text: 'شرح الطرق الممكنة لـ{claimant}: الوساطة أو الإحالة أو الدائرة المختصة، وتثبيت الاختيار.',
        next: 'تثبيت المسار كتابة',
      },
      { kind: 'call', text: 'موافقة مبدئية من {other} على الوساطة بشرط السرية.', next: 'تحديد الجلسات المنفردة' },
    ],
    separate_meetings: [
      {
        kind: 'separate_meeting',
        text: 'جلسة منفردة مع {claimant} حول الأولويات وحدود التنازل.',
        next: 'جلسة مع الطرف الآخر',
      },
      {
        kind: 'separate_meeting',
        text: 'جلسة منفردة مع {other}، والمطلوب وقت ومساعدة في إيجاد بديل.',
        next: 'عرض نقاط مشتركة',
      },
      { kind: 'call', text: 'تأكيد الموعد مع {other} والتذكير بإمكان اصطحاب مرافق.', next: 'الجلسة القادمة' },
    ],
    joint_mediation: [
      {
        kind: 'joint_meeting',
        text: 'جلسة مشتركة بحضور {claimant} و{other}: اتُّفق على قواعد الحوار وعُرضت وجهتا النظر.',
        next: 'جلسة ثانية للمقترحات',
      },
      { kind: 'joint_meeting', text: 'جلسة مشتركة ثانية: تقاربت المواقف حول المدة والمبلغ.', next: 'كتابة مسودة' },
      {
        kind: 'site_visit',
        text: 'وقف الطرفان مع الوسيط على الموقع واتفقا على وضع العلامات.',
        next: 'تثبيت ما اتُّفق عليه',
      },
    ],
    agreement_drafted: [
      {
        kind: 'joint_meeting',
        text: 'قُرئت المسودة بصوت واضح أمام {claimant} و{other} وعُدلت فقرة المدة.',
        next: 'توقيع النسخة النهائية',
      },
    ],
    agreement_signed: [
      {
        kind: 'joint_meeting',
        text: 'توقيع {claimant} و{other} على الاتفاق بحضور شاهدين وتسليم كل طرف نسخة.',
        next: 'المصادقة والتنفيذ',
      },
    ],
    endorsement: [{ kind: 'letter', text: 'صادق المختار على الاتفاق وخُتمت النسخ الثلاث.', next: 'متابعة التنفيذ' }],
    registration: [
      {
        kind: 'letter',
        text: 'قُدمت المعاملة إلى التسجيل العقاري مع {document}.',
        next: 'مراجعة الدائرة بعد عشرة أيام',
      },
      { kind: 'visit', text: 'مرافقة {claimant} إلى الدائرة واستكمال النقص.', next: 'استلام القيد' },
    ],
    implementation: [
      {
        kind: 'call',
        text: 'تأكيد من {other} بتنفيذ البند الأول، ويتبقى البند الثاني نهاية الشهر.',
        next: 'اتصال بعد أسبوع',
      },
      { kind: 'visit', text: 'إفادة من {claimant} بأن الاتفاق يُنفّذ كما كُتب.', next: 'زيارة الثلاثين يوماً' },
    ],
    follow_up_30: [
      { kind: 'visit', text: 'زيارة بعد ثلاثين يوماً: البنود منفذة والطرفان راضيان.', next: 'زيارة التسعين يوماً' },
    ],
    follow_up_90: [
      {
        kind: 'visit',
        text: 'زيارة بعد تسعين يوماً: لا خلاف جديد، وسؤال {claimant} عن الرأي بالخدمة.',
        next: 'إغلاق الحالة',
      },
    ],
    referred: [
      {
        kind: 'referral',
        text: 'تسليم كتاب الإحالة إلى الجهة المختصة باليد، وإعطاء رقم الكتاب إلى {claimant}.',
        next: 'متابعة بعد أربعة عشر يوماً',
      },
    ],
    on_hold: [
      { kind: 'call', text: 'إبلاغ {claimant} بسبب التعليق وبموعد المراجعة القادم.', next: 'مراجعة السبب في موعده' },
    ],
    closed: [{ kind: 'call', text: 'إبلاغ {claimant} بإغلاق الحالة وبحق طلب إعادة فتحها.', next: '' }],
  },
  'ckb-IQ': {
    intake: [
      {
        kind: 'call',
        text: '{claimant} بە تەلەفۆن پەیوەندی کرد و بە کورتی بابەتەکەی باس کرد، کاتێکی بۆ دیاری کرا.',
        next: 'چاوپێکەوتن لە نووسینگە',
      },
      {
        kind: 'visit',
        text: '{claimant} سەردانی نووسینگەی کرد، خزمەتگوزارییەکان و سنووریان بۆ ڕوون کرایەوە و داواکارییەکە تۆمار کرا.',
        next: 'تەواوکردنی ڕەزامەندی و بەڵگەنامەکان',
      },
    ],
    screening: [
      {
        kind: 'visit',
        text: 'ڕەزامەندییەکان یەک بە یەک ڕوون کرانەوە و {claimant} واژووی کردن، سەلامەتی هەڵسەنگێنرا.',
        next: 'کۆکردنەوەی کۆپیی بەڵگەنامەکان',
      },
      {
        kind: 'visit',
        text: 'چاوپێکەوتنی جیا لەگەڵ {claimant} دەربارەی سەلامەتی، هیچ نیگەرانییەکی دەستبەجێ نییە.',
        next: 'دەستپێکردنی کۆکردنەوەی زانیاری',
      },
    ],
    fact_finding: [
      {
        kind: 'site_visit',
        text: 'تیم لەگەڵ موختار سەردانی شوێنەکەی کرد، بە ڕەزامەندیی {claimant} پێوانە کرا و وێنە گیرا.',
        next: 'بەراوردکردنی پێوانەکان لەگەڵ بەڵگەنامەکان',
      },
      {
        kind: 'letter',
        text: 'نووسراو بۆ تۆماری خانووبەرە نێردرا بۆ دڵنیابوون لە {document}.',
        next: 'بەدواداچوونی وەڵام دوای دوو هەفتە',
      },
      {
        kind: 'visit',
        text: '{claimant} {document} هێنا، نووسینگە بینی و بۆی گەڕاندەوە.',
        next: 'گوێگرتن لە شایەتەکان',
      },
      {
        kind: 'call',
        text: 'پەیوەندی بە {other}ەوە کرا بۆ گوێگرتن لە وتەکانی، بەڵێنی دا ئەوەی هەیەتی بیهێنێت.',
        next: 'کاتێک لەگەڵ لایەنی بەرامبەر',
      },
    ],
    strategy: [
      {
        kind: 'visit',
        text: 'ڕێگاکان بۆ {claimant} ڕوون کرانەوە: ناوبژیوانی یان ڕەوانەکردن یان فەرمانگەی پەیوەندیدار، ئەوەی گونجاو بوو هەڵیبژارد.',
        next: 'نووسینی ڕێگاکە',
      },
      { kind: 'call', text: '{other} بە مەرجی نهێنی بە ناوبژیوانی ڕازی بوو.', next: 'دیاریکردنی دانیشتنە جیاجیاکان' },
    ],
    separate_meetings: [
      {
        kind: 'separate_meeting',
        text: 'دانیشتنی جیا لەگەڵ {claimant}: چی لە پێشە بۆی و لە چی دەتوانێت خۆش بێت.',
        next: 'دانیشتن لەگەڵ لایەنی بەرامبەر',
      },
      {
        kind: 'separate_meeting',
        text: 'دانیشتنی جیا لەگەڵ {other}: داوای کات و هاوکاری دەکات بۆ دۆزینەوەی شوێنێکی تر.',
        next: 'خستنەڕووی خاڵە هاوبەشەکان',
      },
      {
        kind: 'call',
        text: 'دڵنیاکردنەوەی کاتەکە لەگەڵ {other} و بیرخستنەوەی کە دەتوانێت هاوڕێیەک بهێنێت.',
        next: 'دانیشتنی داهاتوو',
      },
    ],
    joint_mediation: [
      {
        kind: 'joint_meeting',
        text: 'دانیشتنی هاوبەش بە ئامادەبوونی {claimant} و {other}: لەسەر ڕێساکانی گفتوگۆ ڕێککەوتن و هەردوو بۆچوون خرانەڕوو.',
        next: 'دانیشتنی دووەم بۆ پێشنیارەکان',
      },
      {
        kind: 'joint_meeting',
        text: 'دانیشتنی هاوبەشی دووەم: هەڵوێستەکان دەربارەی ماوە و بڕی پارە لە یەک نزیک بوونەوە.',
        next: 'نووسینی ڕەشنووس',
      },
      {
        kind: 'site_visit',
        text: 'هەردوو لا لەگەڵ ناوبژیوان لە شوێنەکە وەستان و لەسەر دانانی نیشانەکان ڕێککەوتن.',
        next: 'تۆمارکردنی ئەوەی لەسەری ڕێککەوتن',
      },
    ],
    agreement_drafted: [
      {
        kind: 'joint_meeting',
        text: 'ڕەشنووسەکە بە دەنگی ڕوون بۆ {claimant} و {other} خوێندرایەوە و بڕگەی ماوە گۆڕدرا.',
        next: 'واژووکردنی وەشانی کۆتایی',
      },
    ],
    agreement_signed: [
      {
        kind: 'joint_meeting',
        text: '{claimant} و {other} بە ئامادەبوونی دوو شایەت ڕێککەوتنەکەیان واژوو کرد و هەر لایەک وەشانێکی وەرگرت.',
        next: 'پەسەندکردن و جێبەجێکردن',
      },
    ],
    endorsement: [
      {
        kind: 'letter',
        text: 'موختار ڕێککەوتنەکەی پەسەند کرد و هەر سێ وەشان مۆر کران.',
        next: 'بەدواداچوونی جێبەجێکردن',
      },
    ],
    registration: [
      {
        kind: 'letter',
        text: 'مامەڵەکە لەگەڵ {document} پێشکەشی تۆماری خانووبەرە کرا.',
        next: 'سەردانی فەرمانگە دوای دە ڕۆژ',
      },
      {
        kind: 'visit',
        text: 'کارمەند لەگەڵ {claimant} چووە فەرمانگە و کەموکوڕییەکان تەواو کران.',
        next: 'وەرگرتنی تۆمار',
      },
    ],
    implementation: [
      {
        kind: 'call',
        text: '{other} دڵنیای کردەوە کە بڕگەی یەکەم جێبەجێ کراوە و بڕگەی دووەم کۆتایی مانگە.',
        next: 'پەیوەندی دوای هەفتەیەک',
      },
      {
        kind: 'visit',
        text: '{claimant} ڕایگەیاند کە ڕێککەوتنەکە وەک نووسراوە جێبەجێ دەکرێت.',
        next: 'سەردانی سی ڕۆژ',
      },
    ],
    follow_up_30: [
      { kind: 'visit', text: 'سەردان دوای سی ڕۆژ: بڕگەکان جێبەجێ کراون و هەردوو لا ڕازین.', next: 'سەردانی نەوەد ڕۆژ' },
    ],
    follow_up_90: [
      {
        kind: 'visit',
        text: 'سەردان دوای نەوەد ڕۆژ: ناکۆکیی نوێ نییە، ڕای {claimant} لەسەر خزمەتگوزاری وەرگیرا.',
        next: 'داخستنی دۆسیە',
      },
    ],
    referred: [
      {
        kind: 'referral',
        text: 'نووسراوی ڕەوانەکردن بە دەست درایە لایەنی پەیوەندیدار و ژمارەی نووسراو درایە {claimant}.',
        next: 'بەدواداچوون دوای چواردە ڕۆژ',
      },
    ],
    on_hold: [
      {
        kind: 'call',
        text: 'هۆکاری هەڵپەساردن و کاتی پێداچوونەوە بە {claimant} ڕاگەیەنرا.',
        next: 'پێداچوونەوەی هۆکار لە کاتی خۆیدا',
      },
    ],
    closed: [{ kind: 'call', text: 'داخستنی دۆسیە و مافی داواکردنی کردنەوەی بە {claimant} ڕاگەیەنرا.', next: '' }],
  },
};
