/** @file What a record says of its settlement, read once for the page and for the checks of every act. */
import {
  flagIn,
  intIn,
  nullableIntIn,
  nullableTextIn,
  type RecordValues,
  textIn,
  textsIn,
} from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import {
  agreementInDraft,
  agreementInForce,
  type SettlingParty,
  shareHolders,
  signingGaps,
  unsignedParties,
} from '#shared/domain/agreement-rules.ts';
import type { Acting } from '#shared/domain/party-rules.ts';

export type AgreementFacts = ReturnType<typeof agreementsIn>[number];

/** Newest first: elements are made of ids that run with the time. */
export function agreementsIn(values: RecordValues) {
  const heads = values.elements('agreement').map(({ id, value }) => ({
    id,
    drafted: textIn(value, 'drafted'),
    signed: nullableTextIn(value, 'signed'),
    readAloud: flagIn(value, 'readAloud'),
    registrable: nullableTextIn(value, 'registrable'),
    womensShare: nullableTextIn(value, 'womensShare'),
    minorsShare: nullableTextIn(value, 'minorsShare'),
    supersedes: nullableTextIn(value, 'supersedes'),
  }));
  const inForce = agreementInForce(heads)?.id;
  const inDraft = agreementInDraft(heads)?.id;
  const parties = partiesIn(values);
  const acting = actingIn(values);
  return heads.toReversed().map((head) => {
    const text = values.one(`agreementText:${head.id}`);
    const told = (field: string) => (values.isWithheld(`agreementText:${head.id}`) ? null : textIn(text, field));
    const terms = termsIn(values, head.id);
    const signatures = ofAgreement(values, 'signature', head.id).map(({ id, value }) => ({
      id,
      party: textIn(value, 'party'),
      method: textIn(value, 'method'),
      date: textIn(value, 'date'),
    }));
    const holders = holdersIn(values, terms);
    return {
      ...head,
      ...{ number: told('number'), intro: told('intro'), shares: told('shares'), noEndorsement: told('noEndorsement') },
      standing:
        head.id === inForce
          ? ('in_force' as const)
          : head.id === inDraft
            ? ('draft' as const)
            : ('superseded' as const),
      terms,
      signatures,
      acceptances: ofAgreement(values, 'acceptance', head.id).map(({ id, value }) => ({
        id,
        party: textIn(value, 'party'),
        date: textIn(value, 'date'),
      })),
      endorsers: ofAgreement(values, 'endorser', head.id).map((one) => endorserIn(values, one)),
      holders,
      gaps: [...signingGaps({ ...head, terms, parties, holders })],
      unsigned: unsignedParties(parties, acting, signatures).map(({ id }) => id),
    };
  });
}

export const agreementIn = (values: RecordValues, id: string): AgreementFacts | null =>
  agreementsIn(values).find((one) => one.id === id) ?? null;

/** Its words stay as they were read: it is signed, or somebody has signed it. */
export const isFixed = ({ signed, signatures }: Pick<AgreementFacts, 'signed' | 'signatures'>): boolean =>
  signed !== null || signatures.length > 0;

/** Women and minors among the parties, with the shares they claim and whether one of these terms names them. */
export function holdersIn(values: RecordValues, terms: readonly { readonly to: readonly string[] }[]) {
  const claims = claimsIn(values);
  const claimants = new Set(claims.map(({ party }) => party));
  return shareHolders(partiesIn(values), claimants, terms).map((holder) => ({
    ...holder,
    claims: claims.filter(({ party }) => party === holder.party).map(({ num, den }) => ({ num, den })),
  }));
}

export const partiesIn = (values: RecordValues): SettlingParty[] =>
  values.elements('party').map(({ id, value }) => ({
    id,
    role: textIn(value, 'role'),
    sex: textIn(value, 'sex'),
    ageBand: textIn(value, 'ageBand'),
  }));

export const isParty = (values: RecordValues, ...ids: readonly string[]): boolean => {
  const known = new Set(values.elements('party').map(({ id }) => id));
  return ids.every((id) => known.has(id));
};

/** Elements of the set that are taken out. */
export const removed = (set: string, elements: readonly { readonly id: string }[]): GroupChange[] =>
  elements.map(({ id }) => ({ group: `${set}:${id}`, value: null }));

export const actingIn = (values: RecordValues): Acting[] =>
  values.elements('representation').map(({ value }) => ({
    by: textIn(value, 'by'),
    of: textIn(value, 'of'),
    until: nullableTextIn(value, 'until'),
  }));

const claimsIn = (values: RecordValues) =>
  values.elements('claim').map(({ id, value }) => {
    const share = values.one(`claimText:${id}`);
    return { party: textIn(value, 'party'), num: nullableIntIn(share, 'num'), den: nullableIntIn(share, 'den') };
  });

const ofAgreement = (values: RecordValues, set: string, agreement: string) =>
  values.elements(set).filter(({ value }) => textIn(value, 'agreement') === agreement);

const termsIn = (values: RecordValues, agreement: string) =>
  ofAgreement(values, 'term', agreement)
    .map(({ id, value }) => {
      const text = values.one(`termText:${id}`);
      return {
        id,
        order: intIn(value, 'order'),
        kind: textIn(value, 'kind'),
        due: nullableTextIn(value, 'due'),
        status: textIn(value, 'status'),
        statusOn: nullableTextIn(value, 'statusOn'),
        by: [...textsIn(text, 'by')],
        to: [...textsIn(text, 'to')],
        text: values.isWithheld(`termText:${id}`) ? null : textIn(text, 'text'),
        amount: nullableIntIn(text, 'amount'),
        currency: nullableTextIn(text, 'currency'),
        note: textIn(text, 'note'),
      };
    })
    .toSorted((a, b) => a.order - b.order);

function endorserIn(values: RecordValues, { id, value }: ReturnType<RecordValues['elements']>[number]) {
  const name = values.one(`endorserName:${id}`);
  const names = textIn(name, 'name').split('\n');
  return {
    id,
    kind: textIn(value, 'kind'),
    date: textIn(value, 'date'),
    names: values.isWithheld(`endorserName:${id}`) ? null : names.filter((one) => one !== ''),
    reference: textIn(name, 'reference'),
  };
}
