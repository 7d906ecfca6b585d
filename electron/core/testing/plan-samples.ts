/** @file Plans that the contract accepts, for tests; each call gives fresh element ids. */
import { v7 as uuidv7 } from 'uuid';
import type { PlanFields, PlanReviewFields } from '#shared/contract/plan-fields.ts';

export function samplePlan(more: Partial<PlanFields> = {}): PlanFields {
  const dark = sampleProblem({ likelihood: 4, impact: 4, vulnerable: true });
  const thefts = sampleProblem({
    issue: 'theft_burglary',
    statement: 'سرقات متكررة في السوق',
    likelihood: 3,
    impact: 2,
  });
  return {
    title: 'خطة حي النصر',
    startsOn: '2026-03-01',
    endsOn: '2027-02-28',
    draftedOn: '2026-02-15',
    profile: {
      population: 12_000,
      families: 2100,
      displacedFamilies: 300,
      returneeFamilies: null,
      area: 'حي النصر ومحيط السوق',
      communities: 'عرب وكرد وتركمان',
      services: 'مدرستان ومركز صحي',
      history: 'خلافات على السكن بعد العودة',
      source: 'مختار الحي',
    },
    consultations: [],
    problems: [dark, thefts],
    rankReason: '',
    actions: [sampleAction(dark.id), sampleAction(thefts.id, { type: 'patrol_presence', responsible: 'local_police' })],
    ...more,
  };
}

export const sampleProblem = (more: Partial<PlanFields['problems'][number]> = {}): PlanFields['problems'][number] => ({
  id: uuidv7(),
  issue: 'street_lighting',
  timeOfDay: 'night',
  harmed: ['women_adult', 'girls_adolescent'],
  issues: [],
  place: 'الشارع المؤدي إلى المدرسة',
  statement: 'الشارع مظلم ليلاً',
  immediateCauses: 'أعمدة معطلة',
  deeperCauses: 'لا ميزانية للصيانة',
  effects: 'تتجنب النساء الشارع مساءً',
  likelihood: 3,
  impact: 3,
  vulnerable: false,
  ...more,
});

export const sampleAction = (
  problem: string,
  more: Partial<PlanFields['actions'][number]> = {},
): PlanFields['actions'][number] => ({
  id: uuidv7(),
  problem,
  type: 'small_infrastructure',
  what: 'إصلاح الإنارة',
  responsible: 'municipality',
  partnerIds: [],
  partners: '',
  cost: { amount: 5_000_000_000, currency: 'IQD' },
  startsOn: '2026-03-10',
  due: '2026-06-30',
  indicator: 'عشرون عموداً تعمل',
  doNoHarm: 'لا تُوجَّه الأضواء إلى البيوت',
  ...more,
});

/** Scores nothing: for a plan without problems, or to be filled in. */
export const samplePlanReview = (more: Partial<PlanReviewFields> = {}): PlanReviewFields => ({
  date: '2026-09-01',
  meetingId: null,
  findings: 'تحسنت الإنارة',
  next: 'متابعة الدوريات',
  scores: [],
  result: 'active',
  ...more,
});
