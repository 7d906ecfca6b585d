/** @file Agenda items and sentences that stand in every meeting, whatever it is about. */
import { COMMUNITY_ISSUES } from './issues-community.ts';
import { CRIME_ISSUES } from './issues-crime.ts';
import { SERVICE_ISSUES } from './issues-services.ts';
import type { IssueSet } from './issue-set.ts';
import type { Language } from './language.ts';

export const ISSUE_SETS: readonly IssueSet[] = [...CRIME_ISSUES, ...SERVICE_ISSUES, ...COMMUNITY_ISSUES];

export type MeetingWords = {
  readonly opening: string;
  readonly followUp: string;
  readonly followUpDecision: string;
  readonly nothingOpen: string;
  readonly other: string;
  readonly foundingAgenda: readonly [string, string];
  readonly foundingDecision: string;
  readonly womenOpening: string;
  readonly youthOpening: string;
  /** What became of an action. */
  readonly told: { readonly done: string; readonly in_progress: string; readonly blocked: string };
};

export const MEETING_WORDS: { readonly [language in Language]: MeetingWords } = {
  'ar-IQ': {
    opening: 'الترحيب وقراءة محضر الاجتماع السابق',
    followUp: 'متابعة: {action}',
    followUpDecision: 'عُرض ما أُنجز بشأن "{action}" وتقرر الاستمرار بالمتابعة حتى الإنجاز.',
    nothingOpen: 'قُرئ محضر الاجتماع السابق وصودق عليه دون ملاحظات.',
    other: 'ما يُستجد من أعمال',
    foundingAgenda: ['التعريف بعمل المنتدى وقواعد السلوك', 'انتخاب رئيس المنتدى ونائبه وأمين السر'],
    foundingDecision: 'تأسس المنتدى وانتُخبت هيئته، ويجتمع مرة كل شهر.',
    womenOpening: 'الترحيب بالمشاركات والاتفاق على سرية ما يُقال',
    youthOpening: 'الترحيب بالشباب والتعريف بعمل المنتدى',
    told: {
      done: 'أُنجز ما اتُّفق عليه وأُبلغ الأعضاء.',
      in_progress: 'بدأ العمل به ولم يكتمل بعد.',
      blocked: 'لم يرد جواب الدائرة المعنية بعد.',
    },
  },
  'ckb-IQ': {
    opening: 'بەخێرهاتن و خوێندنەوەی کۆنووسی کۆبوونەوەی پێشوو',
    followUp: 'بەدواداچوون: {action}',
    followUpDecision: 'ئەوەی دەربارەی "{action}" کراوە خرایەڕوو و بڕیار درا بەدواداچوون بەردەوام بێت تا تەواوبوون.',
    nothingOpen: 'کۆنووسی کۆبوونەوەی پێشوو خوێندرایەوە و بەبێ تێبینی پەسەند کرا.',
    other: 'هەر بابەتێکی تر',
    foundingAgenda: ['ناساندنی کاری مەکۆ و ڕێساکانی ڕەفتار', 'هەڵبژاردنی سەرۆکی مەکۆ و جێگر و سکرتێر'],
    foundingDecision: 'مەکۆ دامەزرا و دەستەکەی هەڵبژێردرا و مانگی جارێک کۆدەبێتەوە.',
    womenOpening: 'بەخێرهاتنی بەشداربووان و ڕێککەوتن لەسەر نهێنیی ئەوەی دەگوترێت',
    youthOpening: 'بەخێرهاتنی گەنجان و ناساندنی کاری مەکۆ',
    told: {
      done: 'ئەوەی لەسەری ڕێککەوتن ئەنجام درا و ئەندامان ئاگادار کرانەوە.',
      in_progress: 'کارەکە دەستی پێکردووە و هێشتا تەواو نەبووە.',
      blocked: 'هێشتا وەڵامی فەرمانگەی پەیوەندیدار نەهاتووە.',
    },
  },
};

/** Why a record entered twice is taken back. */
export const VOID_REASONS: { readonly [language in Language]: { readonly meeting: string; readonly dispute: string } } =
  {
    'ar-IQ': {
      meeting: 'سُجّل الاجتماع مرتين بالخطأ؛ السجل الصحيح هو الأول.',
      dispute: 'سُجّلت الحالة مرتين بالخطأ؛ السجل الصحيح هو الأول.',
    },
    'ckb-IQ': {
      meeting: 'کۆبوونەوەکە بە هەڵە دوو جار تۆمار کراوە؛ تۆماری یەکەم ڕاستە.',
      dispute: 'دۆسیەکە بە هەڵە دوو جار تۆمار کراوە؛ تۆماری یەکەم ڕاستە.',
    },
  };
