/** @file Trainings as an office holds them, by topic; and what trainees' institutions are called. */
import type { TrainingAudience, TrainingMode, TrainingTopic } from '#shared/domain/generated/code-lists.ts';
import type { TrainingEdition } from '#shared/domain/training.ts';
import type { Language } from './language.ts';

export type TrainingSet = {
  readonly audience: TrainingAudience;
  readonly edition: TrainingEdition;
  readonly mode: TrainingMode;
  readonly topics: readonly TrainingTopic[];
  /** Minutes of each day. */
  readonly days: readonly number[];
  readonly words: { readonly [language in Language]: { readonly title: string; readonly subjects: readonly string[] } };
};

/** In the order in which an office holds them; one every second month. */
export const TRAINING_SETS: readonly TrainingSet[] = [
  {
    audience: 'forum_members',
    edition: 'everyone',
    mode: 'workshop',
    topics: ['forum_management', 'problem_solving'],
    days: [300, 300],
    words: {
      'ar-IQ': {
        title: 'إدارة المنتدى وكتابة المحاضر',
        subjects: ['أدوار الأعضاء وإدارة الاجتماع', 'المحضر ومتابعة المهام'],
      },
      'ckb-IQ': {
        title: 'بەڕێوەبردنی مەکۆ و نووسینی کۆنووس',
        subjects: ['ڕۆڵی ئەندامان و بەڕێوەبردنی کۆبوونەوە', 'کۆنووس و بەدواداچوونی ئەرکەکان'],
      },
    },
  },
  {
    audience: 'youth_community',
    edition: 'youth',
    mode: 'awareness_session',
    topics: ['cyber_safety', 'drugs_prevention'],
    days: [90],
    words: {
      'ar-IQ': { title: 'السلامة على الإنترنت والابتزاز الإلكتروني', subjects: ['كيف نحمي حساباتنا ومن نخبر'] },
      'ckb-IQ': {
        title: 'سەلامەتی لە ئینتەرنێت و هەڕەشەی ئەلیکترۆنی',
        subjects: ['چۆن هەژمارەکانمان دەپارێزین و بە کێ دەڵێین'],
      },
    },
  },
  {
    audience: 'women_community',
    edition: 'women',
    mode: 'workshop',
    topics: ['leadership_women', 'gbv_referral'],
    days: [240, 240],
    words: {
      'ar-IQ': {
        title: 'القيادة النسوية في المنتدى',
        subjects: ['التحدث في الاجتماع وعرض القضية', 'مسارات الإحالة والسرية'],
      },
      'ckb-IQ': {
        title: 'سەرکردایەتیی ژنان لە مەکۆدا',
        subjects: ['قسەکردن لە کۆبوونەوە و خستنەڕووی کێشە', 'ڕێگاکانی ڕەوانەکردن و نهێنی'],
      },
    },
  },
  {
    audience: 'police_community',
    edition: 'everyone',
    mode: 'classroom',
    topics: ['community_policing_basics', 'gender_policing', 'data_protection'],
    days: [330, 330, 270],
    words: {
      'ar-IQ': {
        title: 'أساسيات الشرطة المجتمعية للمنتسبين الجدد',
        subjects: ['الشراكة مع المجتمع', 'التعامل مع النساء والأطفال', 'حماية المعلومات الشخصية'],
      },
      'ckb-IQ': {
        title: 'بنەماکانی پۆلیسی کۆمەڵگەیی بۆ کارمەندە نوێیەکان',
        subjects: ['هاوبەشی لەگەڵ کۆمەڵگە', 'مامەڵە لەگەڵ ژنان و منداڵان', 'پاراستنی زانیاریی کەسی'],
      },
    },
  },
  {
    audience: 'forum_members',
    edition: 'everyone',
    mode: 'workshop',
    topics: ['ssp_development', 'conflict_sensitivity'],
    days: [300, 240],
    words: {
      'ar-IQ': {
        title: 'إعداد خطة السلامة الأمنية ومراجعتها',
        subjects: ['ترتيب المشكلات حسب الأولوية', 'الإجراءات ومؤشرات النجاح'],
      },
      'ckb-IQ': {
        title: 'ئامادەکردن و پێداچوونەوەی پلانی سەلامەتیی ئاسایشی',
        subjects: ['ڕیزبەندیی کێشەکان بەپێی گرنگی', 'کردارەکان و نیشانەکانی سەرکەوتن'],
      },
    },
  },
  {
    audience: 'local_authorities',
    edition: 'everyone',
    mode: 'workshop',
    topics: ['hlp_rights', 'mediation'],
    days: [300],
    words: {
      'ar-IQ': { title: 'حقوق السكن والأرض والممتلكات والوساطة', subjects: ['من أين يبدأ من فقد داره'] },
      'ckb-IQ': {
        title: 'مافەکانی خانوو و زەوی و موڵک و نێوبژیوانی',
        subjects: ['ئەوەی خانووی لەدەست داوە لە کوێوە دەست پێ بکات'],
      },
    },
  },
];

export type TrainingWords = {
  readonly venues: readonly string[];
  /** By audience, where the trainees come from; the last one fits all others. */
  readonly institutions: readonly string[];
  readonly trainerFrom: string;
  readonly followUp: string;
};

export const TRAINING_WORDS: { readonly [language in Language]: TrainingWords } = {
  'ar-IQ': {
    venues: ['قاعة المكتب', 'قاعة البلدية', 'قاعة المركز الشبابي'],
    institutions: ['مكتب الشرطة المجتمعية', 'دائرة البلدية', 'مديرية التربية', 'منظمة مجتمع مدني', 'أهالي المنطقة'],
    trainerFrom: 'مديرية الشرطة المجتمعية',
    followUp: 'اتصلنا بالمشاركين هاتفياً؛ يطلب أكثرهم دورة تنشيطية قصيرة.',
  },
  'ckb-IQ': {
    venues: ['هۆڵی نووسینگە', 'هۆڵی شارەوانی', 'هۆڵی ناوەندی گەنجان'],
    institutions: [
      'نووسینگەی پۆلیسی کۆمەڵگەیی',
      'فەرمانگەی شارەوانی',
      'بەڕێوەبەرایەتیی پەروەردە',
      'ڕێکخراوی کۆمەڵگەی مەدەنی',
      'دانیشتووانی ناوچەکە',
    ],
    trainerFrom: 'بەڕێوەبەرایەتیی پۆلیسی کۆمەڵگەیی',
    followUp: 'بە تەلەفۆن پەیوەندیمان بە بەشداربووانەوە کرد؛ زۆربەیان داوای خولێکی کورتی نوێکردنەوە دەکەن.',
  },
};
