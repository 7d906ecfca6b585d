/** @file Inputs about the settlement of a dispute and its referrals, for tests. */
import type { InputOf } from '#shared/contract/contract.ts';

type FieldsOf<M extends 'disputes.saveTerm' | 'disputes.saveEndorser' | 'disputes.saveRegistration'> =
  InputOf<M>['fields'];
type Referral = InputOf<'disputes.saveReferral'>['fields'];
type Answer = InputOf<'disputes.tellReferral'>['fields'];

/** `by`: parties who do it. */
export const sampleTerm = (
  by: string[],
  more: Partial<FieldsOf<'disputes.saveTerm'>> = {},
): FieldsOf<'disputes.saveTerm'> => ({
  kind: 'vacate_property',
  by,
  to: [],
  text: 'يخلي الدار ويسلم مفاتيحها',
  due: '2026-04-01',
  ...more,
});

export const keptTerm = { status: 'fulfilled', statusOn: '2026-03-30' } as const;

export const unsigned = { readAloud: false, signatures: [], signed: null };

export const sampleEndorser = (
  more: Partial<FieldsOf<'disputes.saveEndorser'>> = {},
): FieldsOf<'disputes.saveEndorser'> => ({
  kind: 'mukhtar',
  date: '2026-03-05',
  names: ['حسن علوان'],
  ...more,
});

export const sampleRegistration = (
  more: Partial<FieldsOf<'disputes.saveRegistration'>> = {},
): FieldsOf<'disputes.saveRegistration'> => ({
  state: 'registered',
  date: '2026-03-20',
  registry: 'التسجيل العقاري في الرصافة',
  number: '123/2026',
  ...more,
});

export const sampleReferral = (more: Partial<Referral> = {}): Referral => ({
  body: 'court_first_instance',
  name: 'محكمة بداءة الكرخ',
  purpose: 'إثبات الملكية',
  ...more,
});

export const sampleAnswer = (more: Partial<Answer> = {}): Answer => ({
  status: 'accepted',
  statusOn: '2026-03-10',
  reference: '55/ب/2026',
  answer: 'سُجلت الدعوى',
  ...more,
});
