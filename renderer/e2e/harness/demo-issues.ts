/** @file What worries people at the office of the demo: heard again and again, answered by an action, and kept secret. */
import { v7 as uuidv7 } from 'uuid';
import type { IssueFields } from '#shared/contract/issues.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import type { Language } from '#shared/text/languages.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

export type DemoIssues = {
  /** Raised three times without any action. */
  readonly unheardId: string;
  readonly answeredId: string;
  readonly secretId: string;
  /** Element id of the action that answers the second one; told twice. */
  readonly actionId: string;
};

type IssueWords = {
  readonly street: string;
  readonly dark: string;
  readonly crossing: string;
  readonly fast: string;
  readonly secret: string;
  readonly venue: string;
  readonly action: string;
  readonly late: string;
  readonly begun: string;
  readonly done: string;
  readonly letter: string;
};

const wordsIn: Readonly<Record<Language, IssueWords>> = {
  en: {
    street: 'Street behind the market',
    dark: 'Since the summer the lamps are out. Women and girls do not go out after sunset.',
    crossing: 'Crossing at the girls’ school',
    fast: 'Cars drive fast when school begins and ends.',
    secret: 'Several families speak of it; nobody knows where to turn.',
    venue: 'Hall of the municipality',
    action: 'Put up a speed bump and a sign at the school',
    late: 'Write to the electricity department about the lamps',
    begun: 'The municipality measured the street.',
    done: 'The speed bump and the sign are in place.',
    letter: 'Letter 214 of the municipality',
  },
  'ar-IQ': {
    street: 'الشارع خلف السوق',
    dark: 'المصابيح معطلة منذ الصيف. لا تخرج النساء والفتيات بعد الغروب.',
    crossing: 'معبر مدرسة البنات',
    fast: 'تسير السيارات بسرعة عند بدء الدوام وانتهائه.',
    secret: 'تتحدث عنها عدة عائلات ولا يعرف أحد إلى من يلجأ.',
    venue: 'قاعة البلدية',
    action: 'نصب مطب ولوحة إرشادية أمام المدرسة',
    late: 'كتاب إلى دائرة الكهرباء بشأن المصابيح',
    begun: 'قاست البلدية الشارع.',
    done: 'نُصب المطب واللوحة.',
    letter: 'كتاب البلدية المرقم ٢١٤',
  },
  'ckb-IQ': {
    street: 'شەقامی پشت بازاڕ',
    dark: 'لە هاوینەوە گڵۆپەکان کوژاونەتەوە. ژنان و کچان دوای خۆرئاوابوون ناچنە دەرەوە.',
    crossing: 'پەڕینەوەی قوتابخانەی کچان',
    fast: 'لە کاتی دەستپێکردن و تەواوبوونی دەوامدا ئۆتۆمبێلەکان بە خێرایی دەڕۆن.',
    secret: 'چەند خێزانێک باسی دەکەن و کەس نازانێت پەنا بۆ کێ ببات.',
    venue: 'هۆڵی شارەوانی',
    action: 'دانانی تاسە و تابلۆیەک لەبەردەم قوتابخانەکە',
    late: 'نووسراوێک بۆ فەرمانگەی کارەبا دەربارەی گڵۆپەکان',
    begun: 'شارەوانی شەقامەکەی پێوا.',
    done: 'تاسەکە و تابلۆکە دانران.',
    letter: 'نووسراوی ژمارە ٢١٤ی شارەوانی',
  },
};

/** In meetings of the year before those of the rest of the demo. */
export async function recordIssues(office: Installation, forumId: string, language: Language): Promise<DemoIssues> {
  const own = wordsIn[language];
  const add = async (fields: Partial<IssueFields>) =>
    (await ask(office, 'issues.create', { forumId, fields: { ...issueOf(own), ...fields } })).id;
  const unheardId = await add({});
  const answeredId = await add({
    issue: 'speeding_dangerous_driving',
    spot: own.crossing,
    statement: own.fast,
    time: 'day',
    status: 'action_assigned',
    raisedBy: null,
  });
  const secretId = await add({ issue: 'domestic_violence', spot: '', statement: own.secret, time: 'all' });
  const actionId = uuidv7();
  for (const date of ['2025-09-09', '2025-10-14', '2025-11-11']) {
    await ask(office, 'meetings.create', { forumId, fields: meetingOf(date, own, [unheardId], []) });
  }
  const actions = [actionOf(actionId, own.action, answeredId), actionOf(uuidv7(), own.late, null)];
  const { id: meetingId } = await ask(office, 'meetings.create', {
    forumId,
    fields: meetingOf('2025-12-09', own, [answeredId, secretId], actions),
  });
  const tell = (date: string, status: 'in_progress' | 'done', note: string, evidence: string) =>
    ask(office, 'actions.progress', { meetingId, actionId, progress: { date, status, note, evidence } });
  await tell('2026-01-12', 'in_progress', own.begun, '');
  await tell('2026-02-16', 'done', own.done, own.letter);
  return { unheardId, answeredId, secretId, actionId };
}

const issueOf = (own: IssueWords): IssueFields => ({
  issue: 'street_lighting',
  other: '',
  raisedOn: '2025-09-09',
  raisedBy: 'female',
  place: 'IQG15Q05',
  spot: own.street,
  time: 'night',
  affected: ['women_adult', 'girls_adolescent'],
  statement: own.dark,
  status: 'raised',
  statusOn: null,
  reason: '',
  step: null,
  referralTo: null,
  referredOn: null,
  referral: '',
  plan: null,
  problem: null,
  dispute: '',
});

const actionOf = (id: string, what: string, issue: string | null): MeetingFields['actions'][number] => ({
  id,
  what,
  responsible: 'municipality',
  due: '2026-02-28',
  status: 'open',
  issue,
});

function meetingOf(
  date: string,
  own: IssueWords,
  issues: readonly string[],
  actions: MeetingFields['actions'],
): MeetingFields {
  return {
    type: 'regular',
    status: 'held',
    date,
    venue: own.venue,
    agenda: [],
    attendance: [],
    guests: [],
    issues: issues.map((record) => ({
      id: uuidv7(),
      issue: 'street_lighting',
      agendaItem: null,
      record,
      statement: '',
    })),
    decisions: [],
    actions,
  };
}
