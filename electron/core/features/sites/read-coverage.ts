import type { Handler } from '#core/context.ts';
import { rulesInForce } from '#core/features/rules/rules-in-force.ts';
import { coverageOf } from '#shared/domain/coverage.ts';
import { SERVING_SITE_KIND } from '#shared/domain/infrastructure.ts';
import { roundKm } from '#shared/domain/position.ts';
import { ok } from '#shared/lib/result.ts';
import { placePositions, siteChoices } from './site-choices.ts';
import { forumsToServe } from './sites-store.ts';

export const readCoverage: Handler<'coverage.get'> = async (context) => {
  const positions = await placePositions(context);
  const { officeMaxForums: maxForums, officeServiceRadiusKm: radiusKm } = await rulesInForce(context);
  const offices = (await siteChoices(context, positions))
    .filter(({ kind }) => kind === SERVING_SITE_KIND)
    .map((office) => ({ ...office, inUse: office.status === 'in_use' }));
  const forums = (await forumsToServe(context.db)).map((forum) => ({
    ...forum,
    office: forum.site === '' ? null : forum.site,
    position: positions(forum.place),
  }));
  const coverage = coverageOf(offices, forums, { maxForums, radiusKm });
  const judged = new Map(coverage.forums.map((forum) => [forum.id, forum]));
  const load = new Map(coverage.offices.map((office) => [office.id, office]));
  const nameOf = new Map(offices.map(({ id, name }) => [id, name]));
  return ok({
    rules: { maxForums, radiusKm },
    offices: offices.map((office) => {
      const { forums: served = 0, full = false, far = 0 } = load.get(office.id) ?? {};
      return { ...office, forums: served, full, far };
    }),
    forums: forums.map(({ id, name, place, position, owner, office }) => {
      const { km = null, findings = [], nearest = null } = judged.get(id) ?? {};
      const known = office !== null && nameOf.has(office);
      return {
        id,
        name,
        place,
        position,
        ownerName: context.home.rosters.nodeName(owner),
        officeId: known ? office : null,
        officeName: known ? (nameOf.get(office) ?? '') : '',
        km: km === null ? null : roundKm(km),
        findings: [...findings],
        nearest: nearest && {
          officeId: nearest.office,
          name: nameOf.get(nearest.office) ?? '',
          km: roundKm(nearest.km),
          within: nearest.within,
        },
      };
    }),
  });
};
