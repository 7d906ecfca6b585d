/** @file What invented people of the journeys are called and say, in each language. */
import type { Language } from '#shared/text/languages.ts';

export type DemoWords = {
  readonly directorate: string;
  readonly office: string;
  readonly officer: string;
  readonly clerk: string;
  readonly forums: readonly string[];
  readonly servingOffice: string;
  readonly members: readonly string[];
  readonly venue: string;
  readonly agenda: readonly string[];
  readonly statement: string;
  readonly decision: string;
  readonly actions: readonly string[];
  readonly claimants: readonly string[];
  readonly respondent: string;
  readonly property: string;
  readonly narrative: string;
  readonly steps: readonly string[];
  readonly next: string;
  readonly reason: string;
};

export const demoWords: Readonly<Record<Language, DemoWords>> = {
  'ar-IQ': {
    directorate: 'مديرية الشرطة المجتمعية في نينوى',
    office: 'مكتب الموصل الأيسر',
    officer: 'أمل حسن الجبوري',
    clerk: 'سرمد يونس خليل',
    forums: ['منتدى حي النور', 'منتدى حي المثنى', 'منتدى القوش', 'منتدى باب الطوب'],
    servingOffice: 'مركز شرطة حي النور',
    members: ['هدى كاظم جبار', 'سالم محمود العبيدي', 'مريم يوسف حنا', 'ئازاد کەریم عەلی', 'خالد إبراهيم الحمداني'],
    venue: 'مدرسة النور الابتدائية',
    agenda: ['إنارة الشارع الرئيسي', 'سرقة أسلاك الكهرباء', 'سلامة الطلاب قرب المدرسة'],
    statement: 'الشارع مظلم منذ شهرين، والنساء لا يخرجن بعد المغرب.',
    decision: 'مخاطبة البلدية لإصلاح الإنارة، ومتابعة الأمر في الاجتماع القادم.',
    actions: ['كتاب رسمي إلى بلدية الموصل', 'دورية مسائية قرب المدرسة'],
    claimants: ['مريم يوسف حنا', 'عبد الله صالح النعيمي', 'خديجة أحمد شيت'],
    respondent: 'فاضل عباس الطائي',
    property: 'دار من طابقين في حي النور، قطعة ٤١٢، مقاطعة ٣٨',
    narrative: 'عادت العائلة من النزوح فوجدت الدار مسكونة من عائلة أخرى تقول إنها دفعت بدل إيجار.',
    steps: ['حضرت صاحبة الطلب ومعها نسخة من سند الملكية.', 'زيارة الدار والتحدث مع الساكنين.'],
    next: 'دعوة الطرفين إلى جلسة مشتركة',
    reason: 'سُجّل المنتدى مرتين',
  },
  'ckb-IQ': {
    directorate: 'بەڕێوەبەرایەتی پۆلیسی کۆمەڵگەیی نەینەوا',
    office: 'نووسینگەی ئاکرێ',
    officer: 'شیرین ئەحمەد ڕەسووڵ',
    clerk: 'هێمن کەمال حەمە',
    forums: ['سەکۆی گەڕەکی نوێ', 'سەکۆی گەڕەکی ئاشتی', 'سەکۆی شێخان', 'سەکۆی بەردەڕەش'],
    servingOffice: 'بنکەی پۆلیسی گەڕەکی نوێ',
    members: ['نەرمین عومەر سابیر', 'ئازاد کەریم عەلی', 'مریم یوسف حنا', 'ڕێبوار عوسمان', 'دلێر حەسەن ئاغا'],
    venue: 'قوتابخانەی گەڕەکی نوێ',
    agenda: ['ڕووناکی شەقامی سەرەکی', 'دزینی وایەری کارەبا', 'سەلامەتی قوتابییان نزیک قوتابخانە'],
    statement: 'شەقامەکە دوو مانگە تاریکە و ژنان دوای ئێوارە ناچنە دەرەوە.',
    decision: 'نووسراو بۆ شارەوانی دەکرێت بۆ چاککردنەوەی ڕووناکی.',
    actions: ['نووسراوی فەرمی بۆ شارەوانی', 'گەشتی ئێوارە نزیک قوتابخانە'],
    claimants: ['مریم یوسف حنا', 'سەردار ڕەسووڵ ئەمین', 'پەروین جەلال تاهیر'],
    respondent: 'کاوە مستەفا ڕەشید',
    property: 'خانوویەکی دوو نهۆمی لە گەڕەکی نوێ، پارچەی ٤١٢',
    narrative: 'خێزانەکە لە ئاوارەیی گەڕایەوە و بینی خێزانێکی تر لە خانووەکەدا دەژین.',
    steps: ['داواکار هات و وێنەیەکی تاپۆی لەگەڵ بوو.', 'سەردانی خانووەکە کرا و لەگەڵ دانیشتووان قسە کرا.'],
    next: 'بانگهێشتی هەردوو لا بۆ دانیشتنی هاوبەش',
    reason: 'سەکۆکە دوو جار تۆمار کراوە',
  },
  en: {
    directorate: 'Community Police Directorate, Ninewa',
    office: 'Mosul Left Bank office',
    officer: 'Amal Hassan Al-Jubouri',
    clerk: 'Sarmad Younis Khalil',
    forums: ['Hay Al-Noor forum', 'Hay Al-Muthanna forum', 'Alqosh forum', 'Bab Al-Tob forum'],
    servingOffice: 'Hay Al-Noor police station',
    members: [
      'Huda Kadhim Jabbar',
      'Salim Mahmoud Al-Obaidi',
      'Maryam Yousif Hanna',
      'Azad Karim Ali',
      'Khalid Ibrahim',
    ],
    venue: 'Al-Noor primary school',
    agenda: ['Lighting of the main street', 'Theft of electric cables', 'Safety of pupils near the school'],
    statement: 'The street has been dark for two months, and women do not go out after sunset.',
    decision: 'Write to the municipality about the lighting, and look again at the next meeting.',
    actions: ['Letter to the municipality of Mosul', 'Evening patrol near the school'],
    claimants: ['Maryam Yousif Hanna', 'Abdullah Salih Al-Nuaimi', 'Khadija Ahmed Sheet'],
    respondent: 'Fadhil Abbas Al-Taie',
    property: 'House of two floors in Hay Al-Noor, plot 412, district 38',
    narrative: 'The family came back from displacement and found another family in the house, who say they paid rent.',
    steps: ['The claimant came with a copy of the title deed.', 'Visit to the house; spoke with those who live there.'],
    next: 'Invite both sides to a joint session',
    reason: 'The forum was recorded twice',
  },
};
