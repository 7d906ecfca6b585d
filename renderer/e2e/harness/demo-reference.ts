/** @file What the directorate of the demo sets for its offices. */
import { ask } from './direct.ts';
import type { Installation } from './host.ts';

export type DemoReference = { readonly partnerId: string; readonly placeId: string };

/** Two rule values, one of them for a later day; the proposed partners and one more that is no longer offered; a place. */
export async function recordReference(directorate: Installation): Promise<DemoReference> {
  await ask(directorate, 'rules.set', { key: 'forumQuorumRatio', since: '2026-01-01', value: 400 });
  await ask(directorate, 'rules.set', { key: 'officeServiceRadiusKm', since: '2026-03-15', value: 60 });
  await ask(directorate, 'rules.set', { key: 'officeServiceRadiusKm', since: '2027-03-15', value: 40 });
  const proposals = await ask(directorate, 'partners.proposals', {});
  await ask(directorate, 'partners.takeProposals', { keys: proposals.slice(1).map(({ key }) => key) });
  const { id: partnerId } = await ask(directorate, 'partners.create', {
    fields: {
      names: { en: 'University of Mosul', 'ar-IQ': 'جامعة الموصل', 'ckb-IQ': 'زانکۆی مووسڵ' },
      kind: 'implementing',
      active: false,
    },
  });
  const { id: placeId } = await ask(directorate, 'places.add', {
    fields: {
      names: { en: 'Hay al-Nasr', 'ar-IQ': 'حي النصر', 'ckb-IQ': 'گەڕەکی نەسر' },
      level: 4,
      parent: 'IQG15Q05',
      position: { lat: 36_355_000, lon: 43_190_000 },
      authority: 'federal',
    },
  });
  return { partnerId, placeId };
}
