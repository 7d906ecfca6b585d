/**
 * @file What an office records, by the thousand: the same seed gives the same acts, texts and sizes on every machine.
 * Believable in kind and length, not in sense; for lives that hang together there is the demo.
 */
import { createRandom, type Random } from '#electron/cli/demo/random.ts';
import { ARABIC_FAMILY, ARABIC_FEMALE, ARABIC_MALE } from '#electron/cli/demo/words/names-arabic.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';
import type { ForumFields } from '#shared/contract/forums.ts';
import type { MeetingFields } from '#shared/contract/meetings.ts';
import { DISPUTE_TYPE, SAFETY_ISSUE } from '#shared/domain/generated/code-lists.ts';
import { STEP_KIND, type StepKind } from '#shared/domain/step-kind.ts';

export type Workload = {
  /** With so many members, or 8 to 15. */
  forum(size?: number): ForumFields;
  meeting(members: readonly string[]): MeetingFields;
  /** The same meeting once its action items have moved on and its minutes were put right. */
  editedMeeting(fields: MeetingFields): MeetingFields;
  dispute(): DisputeInput;
  editedDispute(fields: DisputeInput): DisputeInput;
  step(): { kind: StepKind; date: string; text: string; next: string; corrects: null };
  /** A family name, as people type it to search. */
  familyName(): string;
};

const firstDay = '2025-01-01';
const lastDay = '2026-02-28';
/** What a passage of a form takes, with room to spare. */
const mostWords = 2200;

/** `wordiness` multiplies the length of all longer texts. */
export function createWorkload(seed: number, wordiness = 1): Workload {
  const random = createRandom(seed);
  const day = () => random.date(firstDay, lastDay);
  const id = () => random.id(firstDay);
  const text = (least: number, most: number) =>
    passage(random, Math.min(mostWords, random.int(least, most) * wordiness));

  const action = (): MeetingFields['actions'][number] => ({
    id: id(),
    what: passage(random, random.int(4, 10)),
    responsible: 'community_police',
    due: day(),
    status: 'open',
  });

  return {
    forum: (size) => ({
      name: `منتدى ${passage(random, 2)}`,
      place: 'IQG10',
      servingOffice: 'مكتب الشرطة المجتمعية',
      foundedOn: day(),
      establishedBy: 'المديرية',
      status: 'active',
      members: Array.from({ length: size ?? random.int(8, 15) }, () => ({
        ...person(random),
        id: id(),
        category: 'women_representative' as const,
        role: 'member' as const,
        status: 'active' as const,
        since: day(),
      })),
    }),
    meeting: (members) => {
      const agenda = Array.from({ length: random.int(2, 4) }, (_, i) => ({
        id: id(),
        order: i + 1,
        title: passage(random, random.int(3, 8)),
      }));
      const item = () => random.pick(agenda).id;
      return {
        type: 'regular',
        status: 'held',
        date: day(),
        venue: passage(random, 3),
        agenda,
        attendance: members.map((member) => ({ member, status: random.chance(0.8) ? 'present' : 'absent_excused' })),
        guests: [{ sex: 'male', ageBand: 'age_18_24', count: random.int(1, 9) }],
        issues: Array.from({ length: random.int(1, 3) }, () => ({
          id: id(),
          issue: random.pick(SAFETY_ISSUE),
          agendaItem: item(),
          statement: text(12, 30),
        })),
        decisions: Array.from({ length: random.int(1, 3) }, () => ({
          id: id(),
          type: 'agreed' as const,
          agendaItem: item(),
          text: text(8, 20),
        })),
        actions: Array.from({ length: random.int(1, 3) }, action),
      };
    },
    editedMeeting: (fields) => ({
      ...fields,
      venue: passage(random, 3),
      actions: [...fields.actions.map((one) => ({ ...one, status: 'done' as const })), action()],
    }),
    dispute: () => ({
      intakeDate: day(),
      channel: 'walk_in',
      mainType: random.pick(DISPUTE_TYPE),
      otherTypes: [],
      district: 'IQG10',
      properties: [{ id: id(), description: text(8, 25) }],
      narrative: text(40, 120),
      parties: (['claimant', 'respondent'] as const).map((role) => ({
        ...person(random),
        id: id(),
        kind: 'natural_person',
        role,
      })),
      consents: [{ id: id(), scope: 'record_keeping', status: 'given', method: 'signature', date: day() }],
    }),
    editedDispute: (fields) => ({ ...fields, channel: 'police_referral', narrative: text(40, 120) }),
    step: () => ({ kind: random.pick(STEP_KIND), date: day(), text: text(15, 50), next: text(4, 12), corrects: null }),
    familyName: () => random.pick(ARABIC_FAMILY).written,
  };
}

function person(random: Random) {
  const sex = random.pick(['male', 'female'] as const);
  const given = random.pick(sex === 'male' ? ARABIC_MALE : ARABIC_FEMALE).written;
  return {
    name: `${given} ${random.pick(ARABIC_MALE).written} ${random.pick(ARABIC_FAMILY).written}`,
    phone: random.chance(0.5) ? `0770${random.int(1_000_000, 9_999_999)}` : null,
    sex,
    ageBand: random.pick(['age_18_24', 'age_30_44', 'age_45_59'] as const),
  };
}

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
/** Each word in use is one of these many; few would compress better than real texts do. */
const vocabularySize = 6000;
let vocabulary: readonly string[] = [];

function passage(random: Random, words: number): string {
  if (vocabulary.length === 0) vocabulary = inventVocabulary();
  // The square makes some words common, as in any language.
  const word = () => vocabulary[Math.floor(random.next() ** 2 * vocabularySize)] ?? '';
  return Array.from({ length: words }, word).join(' ');
}

function inventVocabulary(): string[] {
  const random = createRandom('vocabulary');
  return Array.from({ length: vocabularySize }, () => {
    const article = random.chance(0.3) ? 'ال' : '';
    return article + Array.from({ length: random.int(3, 6) }, () => random.pick(letters)).join('');
  });
}
