/** @file A plan of the office of the demo: endorsed with both voices, at work, reviewed once and revised once. */
import { v7 as uuidv7 } from 'uuid';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { PlanFields } from '#shared/contract/plan-fields.ts';
import type { Language } from '#shared/text/languages.ts';
import type { DemoWords } from './demo-words.ts';
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

type PlanWords = {
  readonly title: string;
  readonly area: string;
  readonly communities: string;
  readonly dark: readonly [place: string, statement: string, cause: string, deeper: string, effect: string];
  readonly theft: readonly [place: string, statement: string, cause: string, deeper: string, effect: string];
  readonly violence: string;
  readonly lamps: string;
  readonly patrols: string;
  readonly referral: string;
  readonly sign: string;
  readonly care: string;
  readonly obstacle: string;
  readonly findings: string;
  readonly reason: string;
};

const wordsIn: Readonly<Record<Language, PlanWords>> = {
  en: {
    title: 'Safety plan of the market quarter, 2026',
    area: 'From the bridge to the old market',
    communities: 'Families of the quarter and families that returned in 2019',
    dark: [
      'Road to the girls’ school',
      'The road is dark after sunset',
      'Broken lamps',
      'No budget for repairs',
      'Women avoid the road',
    ],
    theft: [
      'Market',
      'Goods are stolen at closing time',
      'No guard after dark',
      'Unemployment among youth',
      'Shops close early',
    ],
    violence: 'Women do not know where to turn for help',
    lamps: 'Repair twenty street lamps',
    patrols: 'Evening patrol on foot in the market',
    referral: 'Agree on a referral path with the health centre',
    sign: 'Twenty lamps are lit for three months',
    care: 'No lamp shines into houses',
    obstacle: 'The municipality waits for cables',
    findings: 'The road is lit again. Thefts went on.',
    reason: 'The forum asked for a second patrol',
  },
  'ar-IQ': {
    title: 'خطة سلامة حي السوق 2026',
    area: 'من الجسر إلى السوق القديم',
    communities: 'عوائل الحي والعوائل العائدة في 2019',
    dark: [
      'الطريق إلى مدرسة البنات',
      'الطريق مظلم بعد الغروب',
      'مصابيح معطلة',
      'لا ميزانية للصيانة',
      'تتجنب النساء الطريق',
    ],
    theft: ['السوق', 'تُسرق البضائع وقت الإغلاق', 'لا حارس بعد الغروب', 'البطالة بين الشباب', 'تغلق المحال مبكراً'],
    violence: 'لا تعرف النساء إلى أين يلجأن',
    lamps: 'إصلاح عشرين مصباحاً في الشارع',
    patrols: 'دورية راجلة مسائية في السوق',
    referral: 'الاتفاق على مسار إحالة مع المركز الصحي',
    sign: 'عشرون مصباحاً مضاءً ثلاثة أشهر',
    care: 'لا يُوجَّه ضوء إلى البيوت',
    obstacle: 'تنتظر البلدية وصول الأسلاك',
    findings: 'أُنير الطريق من جديد، واستمرت السرقات.',
    reason: 'طلب المنتدى دورية ثانية',
  },
  'ckb-IQ': {
    title: 'پلانی سەلامەتیی گەڕەکی بازاڕ 2026',
    area: 'لە پردەکەوە تا بازاڕی کۆن',
    communities: 'خێزانەکانی گەڕەک و ئەو خێزانانەی لە 2019 گەڕانەوە',
    dark: [
      'ڕێگای قوتابخانەی کچان',
      'ڕێگاکە دوای خۆرئاوابوون تاریکە',
      'گڵۆپی شکاو',
      'بودجە بۆ چاککردنەوە نییە',
      'ژنان خۆیان لە ڕێگاکە دەپارێزن',
    ],
    theft: ['بازاڕ', 'لە کاتی داخستندا کاڵا دەدزرێت', 'شەوان پاسەوان نییە', 'بێکاریی گەنجان', 'دوکانەکان زوو دادەخرێن'],
    violence: 'ژنان نازانن بۆ کوێ بچن',
    lamps: 'چاککردنەوەی بیست گڵۆپی شەقام',
    patrols: 'دەوریەی پیادەی ئێواران لە بازاڕ',
    referral: 'ڕێککەوتن لەسەر ڕێڕەوی ڕەوانەکردن لەگەڵ بنکەی تەندروستی',
    sign: 'بیست گڵۆپ بۆ سێ مانگ داگیرساون',
    care: 'ڕووناکی ناکەوێتە ناو ماڵەکان',
    obstacle: 'شارەوانی چاوەڕێی کێبڵە',
    findings: 'ڕێگاکە دیسان ڕووناک بووەوە، دزییەکان بەردەوام بوون.',
    reason: 'مەکۆ داوای دەوریەی دووەمی کرد',
  },
};

/** What a plan rests on: a forum with an issue, a women's session and a meeting with quorum, before any plan. */
export async function recordBasis(office: Installation, forum: ForumFields, words: DemoWords): Promise<void> {
  const { id: forumId } = await ask(office, 'forums.create', { fields: forum });
  await ask(office, 'issues.create', {
    forumId,
    fields: {
      issue: 'street_lighting',
      raisedOn: '2026-01-20',
      place: 'IQG15Q05',
      spot: words.venue,
      time: 'night',
      affected: ['women_adult'],
      statement: words.agenda[0] ?? '',
      status: 'raised',
    },
  });
  const hold = async (type: MeetingFields['type'], date: string, who: readonly string[]) =>
    ask(office, 'meetings.create', { forumId, fields: sessionOf(type, date, who) });
  await hold('women_session', '2026-02-10', []);
  await hold(
    'regular',
    '2026-03-01',
    forum.members.map(({ id }) => id),
  );
}

/** Answers the id of the plan; the forum gets the sessions and meetings that it rests on. */
export async function recordPlan(office: Installation, forumId: string, language: Language): Promise<string> {
  const words = wordsIn[language];
  const { members } = await ask(office, 'forums.get', { forumId });
  const hold = async (type: MeetingFields['type'], date: string, who: readonly string[]) =>
    (await ask(office, 'meetings.create', { forumId, fields: sessionOf(type, date, who) })).id;
  const women = await hold('women_session', '2026-02-10', []);
  const youth = await hold('youth_session', '2026-02-12', []);
  const fields = planOf(words, [women, youth]);
  const { id: planId } = await ask(office, 'plans.create', { forumId, fields });
  const heads = async () => (await ask(office, 'records.heads', { recordId: planId })).heads;
  await ask(office, 'plans.move', { planId, to: 'consultation', date: '2026-02-20', heads: await heads() });
  const everybody = members.filter(({ status }) => status === 'active').map(({ id }) => id);
  const meetingId = await hold('regular', '2026-03-01', everybody);
  await ask(office, 'plans.endorse', { planId, meetingId, heads: await heads() });
  await ask(office, 'plans.move', { planId, to: 'active', date: '2026-03-05', heads: await heads() });
  const [lamps, patrols] = fields.actions;
  const tell = async (
    actionId: string,
    state: { status: 'completed' | 'postponed'; doneOn?: string; newDue?: string },
  ) =>
    ask(office, 'plans.progress', {
      planId,
      actionId,
      state: { ...state, note: words.obstacle },
      heads: await heads(),
    });
  await tell(lamps?.id ?? '', { status: 'completed', doneOn: '2026-06-20' });
  await tell(patrols?.id ?? '', { status: 'postponed', newDue: '2026-12-31' });
  await review(office, planId, fields, words, await heads());
  await revise(office, planId, words);
  return planId;
}

async function review(
  office: Installation,
  planId: string,
  { problems }: PlanFields,
  { findings }: PlanWords,
  heads: Record<string, string[]>,
): Promise<void> {
  const scores = problems.map(({ id, likelihood, impact, vulnerable }, index) => ({
    problem: id,
    likelihood: index === 0 ? 2 : likelihood,
    impact,
    vulnerable,
  }));
  const fields = { date: '2026-09-01', findings, scores, result: 'active' as const };
  await ask(office, 'plans.review', { planId, fields, heads });
}

async function revise(office: Installation, planId: string, { reason, patrols }: PlanWords): Promise<void> {
  const view = await ask(office, 'plans.get', { planId });
  const stripped = PlanFields.parse({
    title: view.title,
    startsOn: view.startsOn,
    endsOn: view.endsOn,
    draftedOn: view.draftedOn,
    profile: view.profile,
    consultations: view.consultations.map(({ id, kind }) => ({ id, kind })),
    problems: view.problems,
    rankReason: reason,
    actions: [
      ...view.actions.map(({ status: _, doneOn: __, newDue: ___, note: ____, ...action }) => action),
      actionOf(view.problems[0]?.id ?? '', patrols, 'patrol_presence', '2026-12-15'),
    ],
  });
  await ask(office, 'plans.edit', {
    planId,
    fields: stripped,
    revision: { date: '2026-09-10', reason },
    heads: view.heads,
  });
}

const sessionOf = (type: MeetingFields['type'], date: string, members: readonly string[]) => ({
  type,
  status: 'held' as const,
  date,
  venue: '',
  agenda: [],
  attendance: members.map((member) => ({ member, status: 'present' as const })),
  guests: [{ sex: 'female' as const, ageBand: 'age_18_24' as const, count: 12 }],
  issues: [],
  decisions: [],
  actions: [],
});

type Action = PlanFields['actions'][number];

const actionOf = (
  problem: string,
  what: string,
  type: Action['type'],
  due: string,
  more: Partial<Action> = {},
): Action => ({
  id: uuidv7(),
  problem,
  type,
  what,
  responsible: 'community_police',
  partnerIds: [],
  partners: '',
  cost: null,
  startsOn: '2026-04-01',
  due,
  indicator: '',
  doNoHarm: '',
  ...more,
});

function planOf(words: PlanWords, sessions: readonly string[]): PlanFields {
  const problem = (
    issue: PlanFields['problems'][number]['issue'],
    [place, statement, immediateCauses, deeperCauses, effects]: PlanWords['dark'],
    [likelihood, impact, vulnerable]: readonly [number, number, boolean],
  ): PlanFields['problems'][number] => ({
    id: uuidv7(),
    issue,
    timeOfDay: 'night',
    harmed: ['women_adult', 'girls_adolescent'],
    issues: [],
    place,
    statement,
    immediateCauses,
    deeperCauses,
    effects,
    likelihood,
    impact,
    vulnerable,
  });
  const dark = problem('street_lighting', words.dark, [5, 4, true]);
  const violence = problem('domestic_violence', ['', words.violence, '', '', ''], [4, 4, true]);
  const theft = problem('theft_burglary', words.theft, [4, 3, false]);
  return {
    title: words.title,
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    draftedOn: '2026-02-15',
    profile: {
      population: 12_400,
      families: 2100,
      displacedFamilies: 310,
      returneeFamilies: 640,
      area: words.area,
      communities: words.communities,
      services: '',
      history: '',
      source: '',
    },
    consultations: sessions.map((id) => ({ id, kind: 'meeting' as const })),
    problems: [dark, violence, theft],
    rankReason: '',
    actions: [
      actionOf(dark.id, words.lamps, 'small_infrastructure', '2026-06-30', {
        responsible: 'municipality',
        cost: { amount: 15_000_000_000, currency: 'IQD' },
        indicator: words.sign,
        doNoHarm: words.care,
      }),
      actionOf(theft.id, words.patrols, 'patrol_presence', '2026-08-31'),
      actionOf(violence.id, words.referral, 'referral_pathway', '2026-10-31'),
    ],
  };
}
