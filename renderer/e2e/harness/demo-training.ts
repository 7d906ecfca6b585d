/** @file Trainings of the office of the demo: one with results and certificates, one of women, one that only counted people. */
import { v7 as uuidv7 } from 'uuid';
import type { TrainingFields } from '#shared/contract/trainings.ts';
import type { Language } from '#shared/text/languages.ts';
import type { DemoWords } from './demo-words.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

type TrainingWords = {
  readonly course: string;
  readonly women: string;
  readonly awareness: string;
  readonly venue: string;
  readonly institution: string;
  readonly subject: string;
  readonly reason: string;
};

const wordsIn: Readonly<Record<Language, TrainingWords>> = {
  en: {
    course: 'Running a forum: minutes and follow-up',
    women: 'Leadership for women members',
    awareness: 'Online safety for students',
    venue: 'Hall of the municipality',
    institution: 'Al-Nasr police station',
    subject: 'Roles in the forum',
    reason: 'An interpreter helped for the whole day',
  },
  'ar-IQ': {
    course: 'إدارة المنتدى: المحاضر والمتابعة',
    women: 'القيادة للعضوات',
    awareness: 'الأمان الإلكتروني للطلبة',
    venue: 'قاعة البلدية',
    institution: 'مركز شرطة النصر',
    subject: 'الأدوار في المنتدى',
    reason: 'ساعد مترجم طوال اليوم',
  },
  'ckb-IQ': {
    course: 'بەڕێوەبردنی مەکۆ: کۆنووس و بەدواداچوون',
    women: 'سەرکردایەتی بۆ ئەندامانی ژن',
    awareness: 'سەلامەتیی ئەلیکترۆنی بۆ خوێندکاران',
    venue: 'هۆڵی شارەوانی',
    institution: 'بنکەی پۆلیسی نەسر',
    subject: 'ڕۆڵەکان لە مەکۆدا',
    reason: 'وەرگێڕێک بە درێژایی ڕۆژەکە یارمەتی دا',
  },
};

/** Answers the id of the one with results, held for this forum; its follow-up is due. */
export async function recordTrainings(
  office: Installation,
  words: DemoWords,
  language: Language,
  forumId: string,
): Promise<string> {
  const own = wordsIn[language];
  await ask(office, 'trainings.create', { fields: awarenessOf(own) });
  await ask(office, 'trainings.create', { fields: womenOf(own, words) });
  const fields = { ...courseOf(own, words), forum: forumId };
  const { id: trainingId } = await ask(office, 'trainings.create', { fields });
  const heads = async () => (await ask(office, 'records.heads', { recordId: trainingId })).heads;
  const ids = fields.participants.map(({ id }) => id);
  const [first = '', second = '', third = ''] = ids;
  const whole = (participant: string) => ({ participant, part: 'whole' as const });
  await ask(office, 'trainings.record', {
    trainingId,
    heads: await heads(),
    fields: {
      attendance: fields.days.map(({ id }, index) => ({
        day: id,
        rows: [...[first, second].map(whole), ...(index === 0 ? [{ participant: third, part: 'half' as const }] : [])],
      })),
      tests: [
        { participant: first, pre: 45, post: 80 },
        { participant: second, pre: 60, post: 65 },
      ],
      left: [third],
    },
  });
  await ask(office, 'trainings.certify', { trainingId, date: '2026-03-05', heads: await heads() });
  return trainingId;
}

const courseOf = (own: TrainingWords, words: DemoWords): TrainingFields => ({
  ...base(own),
  title: own.course,
  days: [
    { id: uuidv7(), date: '2026-03-02', minutes: 300, subject: own.subject },
    { id: uuidv7(), date: '2026-03-03', minutes: 270, subject: '' },
  ],
  trainers: [
    { id: uuidv7(), name: words.members[0] ?? '', sex: 'female', institution: words.directorate, named: true },
  ],
  participants: [
    personOf(words.members[1] ?? '', 'male', own),
    personOf(words.members[2] ?? '', 'female', own),
    { ...personOf('', 'male', own), anonymous: true, name: null },
    personOf(words.members[0] ?? '', 'female', own),
  ],
});

const womenOf = (own: TrainingWords, words: DemoWords): TrainingFields => ({
  ...base(own),
  title: own.women,
  edition: 'women',
  topics: ['leadership_women'],
  reason: own.reason,
  days: [{ id: uuidv7(), date: '2026-11-10', minutes: 240, subject: '' }],
  participants: [personOf(words.members[0] ?? '', 'female', own), personOf(words.members[3] ?? '', 'male', own)],
});

const awarenessOf = (own: TrainingWords): TrainingFields => ({
  ...base(own),
  title: own.awareness,
  audience: 'youth_community',
  edition: 'youth',
  mode: 'awareness_session',
  topics: ['cyber_safety'],
  days: [{ id: uuidv7(), date: '2026-10-20', minutes: 90, subject: '' }],
  reached: [
    { sex: 'female', ageBand: 'age_15_17', count: 32 },
    { sex: 'male', ageBand: 'age_15_17', count: 27 },
  ],
});

const base = (own: TrainingWords): Omit<TrainingFields, 'title'> => ({
  audience: 'forum_members',
  edition: 'everyone',
  mode: 'workshop',
  topics: ['forum_management', 'communication_skills'],
  otherTopic: '',
  status: 'held',
  place: 'IQG15Q05',
  venue: own.venue,
  forum: null,
  organiser: null,
  donor: null,
  reason: '',
  days: [],
  trainers: [],
  participants: [],
  reached: [],
});

const personOf = (
  name: string,
  sex: 'female' | 'male',
  own: TrainingWords,
): TrainingFields['participants'][number] => ({
  id: uuidv7(),
  anonymous: false,
  name,
  phone: null,
  sex,
  ageBand: 'age_25_29',
  displacement: 'returnee',
  disability: 'not_asked',
  institution: own.institution,
});
