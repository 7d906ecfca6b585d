/** @file The partners of the programme that are shipped as proposals (resources/partners.json). */
import type { Handler, HomeContext } from '#core/context.ts';
import { newGroups } from '#core/features/records/group-changes.ts';
import { createdBy } from '#core/features/records/write-results.ts';
import { atDirectorate } from '#core/features/reference/directorate.ts';
import type { Names, PartnerKind } from '#shared/domain/partner.ts';
import { ok } from '#shared/lib/result.ts';
import { fold } from '#shared/text/fold.ts';
import { partnerToGroups } from './partner-groups.ts';
import { listPartners } from './partners-store.ts';

type Proposal = { readonly key: string; readonly kind: PartnerKind; readonly names: Names };

export const partnerProposals: Handler<'partners.proposals'> = async (context) => {
  const here = atDirectorate(context);
  return here.ok ? ok(await openProposals(context)) : here;
};

export const takeProposals: Handler<'partners.takeProposals'> = async (context, { keys }) => {
  const here = atDirectorate(context);
  if (!here.ok) return here;
  const wanted = (await openProposals(context)).filter(({ key }) => keys.includes(key));
  for (const { names, kind } of wanted) {
    const groups = newGroups(partnerToGroups({ names, kind, active: true, note: '' }));
    const id = context.services.ports.newId();
    createdBy(context.write({ record: id, at: 'partner', kind: 'partner.created', creates: true, groups }));
  }
  return ok({ added: wanted.length });
};

/** A proposal is there already when a partner bears its name in any language. */
async function openProposals(context: HomeContext) {
  const shipped = context.services.ports.readResource('partners.json') as readonly Proposal[];
  const known = new Set((await listPartners(context)).flatMap(({ names }) => Object.values(names).map(fold)));
  return shipped
    .filter(({ names }) => !Object.values(names).some((name) => known.has(fold(name))))
    .map(({ key, kind, names }) => ({ key, kind, names: { ...names } }));
}
