import type { JsonObject } from '#core/changes/canonical.ts';
import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import type { AgreementFields } from '#shared/contract/dispute-agreements.ts';
import { needsMinorsCare } from '#shared/domain/agreement-rules.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { type AgreementFacts, agreementIn, agreementsIn, holdersIn, isFixed } from './agreement-facts.ts';
import { badFields, savePart } from './save-part.ts';

export const saveAgreement: Handler<'disputes.saveAgreement'> = async (
  context,
  { disputeId, element, fields, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const before = element === null ? null : agreementIn(values, element);
  if (element !== null && before === null) return err(refusal('dispute/unknown-agreement', {}));
  if (before !== null && isFixed(before) && isReworded(before, fields)) {
    return err(refusal('dispute/agreement-signed', {}));
  }
  const faults = shareFaults(values, fields);
  if (faults.length > 0) return badFields(...faults);
  const id = element ?? context.services.ports.newId();
  const { intro, shares, noEndorsement, ...said } = fields;
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: before === null ? 'agreement.drafted' : 'agreement.edited',
    wanted: {
      [`agreement:${id}`]: {
        ...said,
        signed: before?.signed ?? null,
        readAloud: before?.readAloud ?? false,
        supersedes: before === null ? currentOf(values) : before.supersedes,
      },
      [`agreementText:${id}`]: { number: before?.number ?? nextNumber(values), intro, shares, noEndorsement },
    } satisfies Record<string, JsonObject>,
  });
  return written.ok ? ok({ id: disputeId, element: id }) : written;
};

/** The agreement that a new one takes the place of: the draft, else the one in force. */
function currentOf(values: RecordValues): string | null {
  const all = agreementsIn(values);
  const current =
    all.find(({ standing }) => standing === 'draft') ?? all.find(({ standing }) => standing === 'in_force');
  return current?.id ?? null;
}

/** Number of the case and how many agreements were drafted in it: `KI017-2026-A0042-9/2`. */
function nextNumber(values: RecordValues): string {
  const drafted = [...values.all.keys()].filter((group) => group.startsWith('agreement:')).length;
  return `${textIn(values.one('number'), 'number')}/${drafted + 1}`;
}

/** What was read to the parties says something else now; whether to register or endorse it may still be decided. */
const isReworded = (before: AgreementFacts, fields: AgreementFields): boolean =>
  before.drafted !== fields.drafted ||
  before.womensShare !== fields.womensShare ||
  before.minorsShare !== fields.minorsShare ||
  (before.intro ?? fields.intro) !== fields.intro ||
  (before.shares ?? fields.shares) !== fields.shares;

function shareFaults(values: RecordValues, fields: AgreementFields) {
  const holders = holdersIn(values, []);
  const faults: { path: string; code: string }[] = [];
  if (fields.womensShare === 'none' && holders.some(({ woman }) => woman)) {
    faults.push({ path: 'fields.womensShare', code: 'field/woman-among-parties' });
  }
  if (fields.minorsShare === 'none' && holders.some(({ minor }) => minor)) {
    faults.push({ path: 'fields.minorsShare', code: 'field/minor-among-parties' });
  }
  if (fields.noEndorsement !== '' && needsMinorsCare(holders)) {
    faults.push({ path: 'fields.noEndorsement', code: 'field/minors-care-required' });
  }
  return faults;
}
