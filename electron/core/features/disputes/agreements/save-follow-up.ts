import { type RecordValues, textIn } from '#core/changes/record-values.ts';
import type { Handler } from '#core/context.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { fold } from '#shared/text/fold.ts';
import { openCase } from '#core/features/disputes/open-case.ts';
import { agreementsIn, removed } from './agreement-facts.ts';
import { badFields, savePart } from './save-part.ts';

/** A visit after the signature. `element`: null where none is awaited, as in a case that ends without an agreement. */
export const saveFollowUp: Handler<'disputes.saveFollowUp'> = async (
  context,
  { disputeId, element, fields, heads },
) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  if (element !== null && !values.elements('followUp').some(({ id }) => id === element)) {
    return err(refusal('dispute/unknown-follow-up', {}));
  }
  const { text, ...visit } = fields;
  const signed = agreementsIn(values).find(({ standing }) => standing === 'in_force')?.signed ?? null;
  if (signed !== null && visit.done !== null && visit.done < signed) {
    return badFields({ path: 'fields.done', code: 'field/before-signed' });
  }
  const id = element ?? context.services.ports.newId();
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: visit.done === null ? 'visit.planned' : 'visit.done',
    wanted: { [`followUp:${id}`]: { ...visit } },
    texts: { [`followUpText:${id}`]: { text } },
  });
  return written.ok ? ok({ id: disputeId, element: id }) : written;
};

/** What the office learned from the case: others read it, so nobody is named in it. */
export const saveLearned: Handler<'disputes.saveLearned'> = async (context, { disputeId, fields, heads }) => {
  const record = await openCase(context, disputeId);
  if (!record.ok) return record;
  const { values } = record.value;
  const { text, patterns } = fields;
  const faults = [
    { path: 'fields.text', said: text },
    ...patterns.map(({ number }, index) => ({ path: `fields.patterns.${index}.number`, said: number })),
  ]
    .filter(({ said }) => tellsAParty(values, said))
    .map(({ path }) => ({ path, code: 'field/names-a-party' }));
  if (faults.length > 0) return badFields(...faults);
  const kept = new Set(patterns.map(({ id }) => id));
  const written = savePart(context, {
    ...{ disputeId, heads, values },
    kind: 'case.learned',
    wanted: Object.fromEntries(patterns.map(({ id, number }) => [`pattern:${id}`, { number }])),
    texts: { learned: { text } },
    more: removed(
      'pattern',
      values.elements('pattern').filter(({ id }) => !kept.has(id)),
    ),
  });
  return written.ok ? ok({ id: disputeId }) : written;
};

/** The first two words of a person's name, or a phone, stands in the text, however it is written. */
function tellsAParty(values: RecordValues, text: string): boolean {
  const said = ` ${fold(text)} `;
  const digits = said.replaceAll(/\D/g, '');
  const people = values.elements('party').filter(({ value }) => PEOPLE.has(textIn(value, 'kind')));
  return people.some(({ id }) => {
    const party = values.one(`partyName:${id}`);
    const words = fold(textIn(party, 'name')).split(' ').filter(Boolean);
    const phone = fold(textIn(party, 'phone')).replaceAll(/\D/g, '').slice(-10);
    const isNamed = words.length > 1 && said.includes(` ${words[0]} ${words[1]} `);
    return isNamed || (phone.length > 6 && digits.includes(phone));
  });
}

/** A body is told by its name. */
const PEOPLE: ReadonlySet<string> = new Set(['natural_person', 'household']);
