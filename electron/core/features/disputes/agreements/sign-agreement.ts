import type { JsonObject } from '#core/changes/canonical.ts';
import type { RecordValues } from '#core/changes/record-values.ts';
import type { GroupChange } from '#core/changes/write.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { followUpDays, isOpenTerm, signingGaps, unsignedParties } from '#shared/domain/agreement-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import {
  actingIn,
  type AgreementFacts,
  agreementIn,
  agreementsIn,
  isFixed,
  isParty,
  partiesIn,
  removed,
} from './agreement-facts.ts';
import { followUpsIn } from './agreements-view.ts';
import { badFields, savePart } from './save-part.ts';

/** One party accepts the terms as they stand, or takes that back. */
export const acceptTerms: Handler<'disputes.acceptTerms'> = async (
  context,
  { disputeId, agreement, party, date, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementIn(values, agreement);
  if (of === null) return err(refusal('dispute/unknown-agreement', {}));
  if (isFixed(of)) return err(refusal('dispute/agreement-signed', {}));
  if (!isParty(values, party)) return err(refusal('dispute/unknown-party', {}));
  if (date !== null && date < of.drafted) return badFields({ path: 'date', code: 'field/before-drafted' });
  const before = of.acceptances.find((one) => one.party === party);
  const id = before?.id ?? context.services.ports.newId();
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'agreement.accepted',
    wanted: date === null ? {} : { [`acceptance:${id}`]: { agreement, party, date } },
    more: date === null && before ? removed('acceptance', [before]) : [],
  });
  return written.ok ? ok({ id: disputeId }) : written;
};

/**
 * Who signed, and the day of the last signature. With it the visits after 30 and 90 days fall due, and what was still
 * open in the agreement before is agreed anew.
 */
export const signAgreement: Handler<'disputes.signAgreement'> = async (
  context,
  { disputeId, agreement, fields, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const of = agreementIn(values, agreement);
  if (of === null) return err(refusal('dispute/unknown-agreement', {}));
  const { signed, readAloud, signatures } = fields;
  if (of.standing === 'superseded') return err(refusal('dispute/agreement-superseded', {}));
  // What people signed is taken back in daylight.
  if (of.signed !== null && context.session.access.hlp !== 'all') return err(refusal('dispute/supervisor-only', {}));
  if (!isParty(values, ...signatures.map(({ party }) => party))) return err(refusal('dispute/unknown-party', {}));
  const faults = dayFaults(of, signatures, signed);
  if (faults.length > 0) return badFields(...faults);
  if (signed !== null) {
    const missing = signingGaps({ ...of, readAloud, parties: partiesIn(values) });
    if (missing.length > 0) return err(refusal('dispute/agreement-not-ready', { missing }));
    const open = unsignedParties(partiesIn(values), actingIn(values), signatures);
    if (open.length > 0) {
      return badFields(...open.map(({ id }) => ({ path: `fields.signatures.${id}`, code: 'field/signature-missing' })));
    }
  }
  const follow = await afterwards(context, values, of, signed);
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: signed === null ? 'agreement.signatures' : 'agreement.signed',
    wanted: {
      [`agreement:${agreement}`]: { signed, readAloud },
      ...signatureGroups(context, of, signatures),
      ...follow.wanted,
    },
    more: [
      ...removed(
        'signature',
        of.signatures.filter(({ party }) => !signatures.some((one) => one.party === party)),
      ),
      ...follow.more,
    ],
  });
  return written.ok ? ok({ id: disputeId }) : written;
};

type Signature = { readonly party: string; readonly method: string; readonly date: string };

function dayFaults(of: AgreementFacts, signatures: readonly Signature[], signed: string | null) {
  const early = signatures
    .filter(({ date }) => date < of.drafted)
    .map(({ party }) => ({ path: `fields.signatures.${party}`, code: 'field/before-drafted' }));
  const isLast = signed === null || signatures.every(({ date }) => date <= signed);
  return isLast ? early : [...early, { path: 'fields.signed', code: 'field/before-signed' }];
}

function signatureGroups(context: HomeContext, of: AgreementFacts, signatures: readonly Signature[]) {
  const groups: Record<string, JsonObject> = {};
  for (const { party, method, date } of signatures) {
    const id = of.signatures.find((one) => one.party === party)?.id ?? context.services.ports.newId();
    groups[`signature:${id}`] = { agreement: of.id, party, method, date };
  }
  return groups;
}

/** Visits that were made stay; the others fall due by the new day, or are not awaited any more. */
async function afterwards(context: HomeContext, values: RecordValues, of: AgreementFacts, signed: string | null) {
  const wanted: Record<string, JsonObject> = {};
  const more: GroupChange[] = [];
  if (signed === of.signed) return { wanted, more };
  const waiting = followUpsIn(values).filter(({ done }) => done === null);
  if (signed === null) return { wanted, more: removed('followUp', waiting) };
  const days = followUpDays(signed, await rulesInForce(context, signed));
  for (const [visit, due] of Object.entries(days)) {
    const before = waiting.find((one) => one.visit === visit);
    const id = before?.id ?? context.services.ports.newId();
    const visits: JsonObject = before
      ? { due }
      : { visit, due, attempts: [], bothAsked: false, satisfied: null, safe: null, done: null };
    wanted[`followUp:${id}`] = visits;
  }
  for (const { terms, id, signed: day } of agreementsIn(values)) {
    if (id === of.id || day === null) continue;
    for (const term of terms.filter(isOpenTerm)) {
      wanted[`term:${term.id}`] = { status: 'renegotiated', statusOn: signed };
    }
  }
  return { wanted, more };
}
