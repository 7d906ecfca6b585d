/** @file Seals of agreements and receipts: what is digested, how it is signed, and what a seal is worth later. */
import { canonicalize, type JsonValue } from '#core/changes/canonical.ts';
import { bytesToUuid } from '#core/changes/ids.ts';
import { nullableTextIn, type RecordValues, textIn, textsIn } from '#core/changes/record-values.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { bytesEqual, toBase64Url } from '#core/crypto/bytes.ts';
import { sha256 } from '#core/crypto/hash.ts';
import { type OpenRecord, openRecord } from '#core/features/records/read-record.ts';
import {
  type PaperVerdict,
  readSealDigits,
  type SealedPaper,
  sealBytes,
  sealDigits,
} from '#shared/domain/paper-seal.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

const sealContext = 'cp1-paper\n';

export const sealPaper: Handler<'papers.seal'> = async (context, { kind, disputeId, element }) => {
  const record = await openRecord(context, disputeId, 'dispute');
  const paper = record === null ? null : sealedPaper(record.values, kind, element);
  if (paper === null || paper.isWithheld) return err(refusal('record/not-found', {}));
  const { device } = context.home.rosters.self();
  const { number, date } = paper;
  const signed = sealBytes({ kind, device, date, number, digest: digestOf(paper.contents) });
  return ok({ digits: sealDigits(signed, context.home.signer(sealContext, signed)), number, date });
};

export const checkPaper: Handler<'papers.check'> = async (context, { digits }) => {
  const read = readSealDigits(digits);
  if (read === null) return err(refusal('paper/no-seal', {}));
  const { kind, number, date, device, digest } = read.seal;
  const name = toBase64Url(device);
  const own = bytesEqual(device, context.home.rosters.self().device);
  const known = context.home.rosters.current()?.devicesById.get(name);
  const office = context.home.rosters.nodeName(known?.cert.node ?? (own ? context.home.rosters.self().node : null));
  const told = (verdict: PaperVerdict, found: Found | null = null) =>
    ok({ verdict, kind, number, date, office, found: found && { disputeId: found.record.id, element: found.element } });
  const verifier = context.home.rosters.verifierOf(name);
  if (verifier === null) return told('unknown');
  if (!verifier(sealContext, read.signed, read.signature)) return told('forged');
  if (known?.revoked) return told('revoked');
  const found = await findPaper(context, kind, number);
  if (found === null) return told('signed');
  const paper = sealedPaper(found.record.values, kind, found.element);
  if (paper === null || paper.isWithheld) return told('signed', found);
  if (found.record.voided) return told('void', found);
  if (!bytesEqual(digestOf(paper.contents), digest)) return told('altered', found);
  return told(paper.isSuperseded ? 'superseded' : 'genuine', found);
};

type Paper = {
  readonly number: string;
  readonly date: string;
  readonly contents: JsonValue;
  /** A part of it is kept at the owning office. */
  readonly isWithheld: boolean;
  readonly isSuperseded: boolean;
};

/** What the paper says and must not change behind it; null where there is no such element. */
function sealedPaper(values: RecordValues, kind: SealedPaper, element: string): Paper | null {
  return kind === 'agreement' ? agreementOf(values, element) : receiptOf(values, element);
}

/** Its terms as agreed: how they are kept, signatures and endorsers come later and are no part of it. */
function agreementOf(values: RecordValues, element: string): Paper | null {
  const agreement = values.one(`agreement:${element}`);
  if (agreement === null) return null;
  const text = values.one(`agreementText:${element}`);
  const terms = values.elements('term').filter(({ value }) => textIn(value, 'agreement') === element);
  const contents = terms.map(({ id, value }) => ({
    kind: textIn(value, 'kind'),
    order: value?.order ?? 0,
    due: nullableTextIn(value, 'due'),
    text: { ...values.one(`termText:${id}`), note: null },
  }));
  return {
    number: numberOf(values, textIn(text, 'number'), `S-${element.slice(-8)}`),
    date: textIn(agreement, 'drafted'),
    contents: [textIn(text, 'intro'), textIn(text, 'shares'), contents],
    isWithheld:
      values.isWithheld(`agreementText:${element}`) || terms.some(({ id }) => values.isWithheld(`termText:${id}`)),
    isSuperseded: values.elements('agreement').some(({ value }) => textIn(value, 'supersedes') === element),
  };
}

function receiptOf(values: RecordValues, element: string): Paper | null {
  const keeping = values.one(`keeping:${element}`);
  const isWithheld = values.isWithheld(`keeping:${element}`);
  if (keeping === null && !isWithheld) return null;
  const documents = textsIn(keeping, 'documents').map((id) => [
    id,
    textIn(values.one(`document:${id}`), 'type'),
    textIn(values.one(`documentText:${id}`), 'number'),
  ]);
  return {
    number: numberOf(values, textIn(keeping, 'number'), `R-${element.slice(-8)}`),
    date: textIn(keeping, 'date'),
    contents: [textIn(keeping, 'party'), documents],
    isWithheld,
    isSuperseded: nullableTextIn(keeping, 'returned') !== null,
  };
}

const numberOf = (values: RecordValues, own: string, part: string): string =>
  own === '' ? `${textIn(values.one('number'), 'number')}/${part}` : own;

const digestOf = (contents: JsonValue): Uint8Array => sha256(canonicalize(contents)).slice(0, 16);

type Found = { readonly record: OpenRecord; readonly element: string };

/** The element that bears this number, among the disputes this person may see: the case's number stands before `/`. */
async function findPaper(context: HomeContext, kind: SealedPaper, number: string): Promise<Found | null> {
  const [caseNumber = ''] = number.split('/');
  const row = await context.db.selectFrom('dispute').select('id').where('number', '=', caseNumber).executeTakeFirst();
  const record = row === undefined ? null : await openRecord(context, bytesToUuid(row.id), 'dispute');
  if (record === null) return null;
  const group = kind === 'agreement' ? 'agreement' : 'keeping';
  const bearing = record.values
    .elements(group)
    .find(({ id }) => sealedPaper(record.values, kind, id)?.number === number);
  return bearing === undefined ? null : { record, element: bearing.id };
}
