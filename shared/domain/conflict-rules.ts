/**
 * @file How people settle two values of one register group that did not know of each other (docs/adr/0012). Most clashes
 * are clerical: one value is right. What somebody said happened is another thing: two accounts are both true as accounts.
 */

import { isolateLtr } from '#shared/text/bidi.ts';

export type ConflictRule = {
  readonly nature: 'clerical' | 'accounts';
  /** Fields that people type in their own words: in a new value these alone may say something else. */
  readonly texts: readonly string[];
  /** Its fields hang together: one value or the other, never a mixture of both. */
  readonly whole: boolean;
};

/** The rule of a group such as `partyName:<element id>`; a group it does not know is clerical and settled as a whole. */
export function conflictRule(recordType: string, group: string): ConflictRule {
  const name = group.split(':')[0] ?? group;
  return rules[recordType]?.[name] ?? frame[name] ?? whole;
}

/** One account among several, as `joinAccounts` writes it down. */
export type Account = {
  readonly text: string;
  readonly by: string;
  readonly nodeName: string;
  /** `YYYY-MM-DD`, as every reader of every language knows it. */
  readonly date: string;
};

/**
 * All accounts in one text, each over the name of who wrote it, in the order given. It holds no word of any language,
 * because it is read by offices that write in others.
 */
export const joinAccounts = (accounts: readonly Account[]): string =>
  accounts
    .map(
      ({ text, by, nodeName, date }) =>
        `${text.trim()}\n— ${[by, nodeName, isolateLtr(date)].filter((part) => part).join(' · ')}`,
    )
    .join('\n\n');

const whole: ConflictRule = { nature: 'clerical', texts: [], whole: true };
const clerical = (...texts: readonly string[]): ConflictRule => ({ nature: 'clerical', texts, whole: false });
const accounts = (text: string): ConflictRule => ({ nature: 'accounts', texts: [text], whole: false });

const frame: Readonly<Record<string, ConflictRule>> = { voidReason: accounts('reason') };

/** Groups that stand nowhere here, such as a stage or a number, follow rules of their own and are kept whole. */
const rules: Readonly<Record<string, Readonly<Record<string, ConflictRule>>>> = {
  partner: { names: clerical('en', 'ar', 'ckb'), kind: clerical(), active: clerical(), note: clerical('note') },
  place: { names: clerical('en', 'ar', 'ckb'), authority: clerical(), active: clerical() },
  forum: {
    identity: clerical('name'),
    service: clerical('servingOffice'),
    founding: clerical('establishedBy'),
    status: clerical(),
    site: clerical('farReason'),
    statute: clerical('order', 'area', 'aims', 'usualMeeting'),
    member: clerical(),
    memberBackground: clerical('institution'),
    memberTerm: clerical(),
    memberName: clerical('name', 'phone'),
    holderName: clerical('name'),
    candidateName: clerical('name'),
  },
  meeting: {
    session: clerical('venue'),
    agenda: clerical('title'),
    attendance: clerical(),
    issue: clerical(),
    issueText: accounts('statement'),
    issueSecret: accounts('statement'),
    decision: clerical('text'),
    action: clerical('what'),
    progress: clerical('note', 'evidence'),
  },
  issue: {
    origin: clerical(),
    pattern: clerical(),
    place: clerical(),
    told: clerical('other', 'spot', 'statement'),
    toldSecret: clerical('other', 'spot', 'statement'),
    status: clerical(),
    handling: clerical('reason', 'referral'),
    handlingSecret: clerical('reason', 'referral'),
    referral: clerical(),
    dispute: clerical('number'),
  },
  mapping: {
    session: clerical(),
    conduct: clerical('reason'),
    trust: clerical(),
    safety: clerical('name', 'forWhom', 'why'),
    chainTheft: clerical('ends'),
    chainHarassment: clerical('ends'),
    chainViolence: clerical('ends'),
    reopened: accounts('reason'),
  },
  training: {
    course: clerical('title', 'otherTopic'),
    venue: clerical('venue'),
    support: clerical(),
    reason: accounts('reason'),
    day: clerical('subject'),
    trainer: clerical('institution'),
    trainerName: clerical('name'),
    trainerNamed: clerical('name'),
    participant: clerical('institution'),
    participantName: clerical('name', 'phone'),
    participantCare: clerical(),
    preTest: clerical(),
    postTest: clerical(),
    followUp: clerical(),
    followUpNote: accounts('text'),
  },
  site: {
    identity: clerical('name', 'kindNote'),
    station: clerical('station'),
    staff: clerical(),
    access: clerical(),
    works: clerical(),
    state: clerical('policeReport'),
  },
  asset: {
    identity: clerical('name', 'kindNote'),
    mark: clerical('serial', 'plate'),
    acquired: clerical(),
    state: clerical('policeReport'),
  },
  dispute: {
    intake: clerical(),
    types: clerical(),
    place: clerical(),
    party: clerical(),
    partyName: clerical('name', 'phone'),
    consent: clerical(),
    consentNote: clerical('recipient', 'witness'),
    property: clerical(),
    propertyPlace: clerical('description'),
    narrative: accounts('text'),
  },
};
