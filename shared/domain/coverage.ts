/** @file Which office serves which forum, and where the rule is not kept: too many forums, too far, none at all. */
import { distanceKm, type Position } from './position.ts';

export type CoverageRules = {
  /** Forums that one office may serve. */
  readonly maxForums: number;
  /** In a straight line from the office to the place of the forum. */
  readonly radiusKm: number;
};

export type CoverageOffice = {
  readonly id: string;
  /** Null: neither its position nor its place is known. */
  readonly position: Position | null;
  readonly inUse: boolean;
};

export type CoverageForum = {
  readonly id: string;
  readonly position: Position | null;
  /** The office that serves it; null: none is named. */
  readonly office: string | null;
};

/** What is wrong with how a forum is served, the gravest first. */
export const COVERAGE_FINDINGS = [
  'no_office',
  /** Named, but not among the offices that are recorded here. */
  'office_unknown',
  'office_not_in_use',
  'office_full',
  'too_far',
  'no_position',
] as const;
export type CoverageFinding = (typeof COVERAGE_FINDINGS)[number];

export type ForumCoverage = {
  readonly id: string;
  readonly office: string | null;
  /** To its office; null where one of the two positions is not known. */
  readonly km: number | null;
  readonly findings: readonly CoverageFinding[];
  /** Of a forum with findings: the nearest other office in use that has room; `within` the radius or not. */
  readonly nearest: { readonly office: string; readonly km: number; readonly within: boolean } | null;
};

export type OfficeCoverage = {
  readonly id: string;
  readonly forums: number;
  /** It serves more than the rule allows. */
  readonly full: boolean;
  /** How many of its forums lie beyond the radius. */
  readonly far: number;
};

export type Coverage = { readonly offices: readonly OfficeCoverage[]; readonly forums: readonly ForumCoverage[] };

/** Forums and offices come back in the order given. */
export function coverageOf(
  offices: readonly CoverageOffice[],
  forums: readonly CoverageForum[],
  rules: CoverageRules,
): Coverage {
  const served = new Map<string, number>();
  for (const { office } of forums) if (office !== null) served.set(office, (served.get(office) ?? 0) + 1);
  const byId = new Map(offices.map((office) => [office.id, office]));
  const judged = forums.map((forum) => judgeForum(forum, byId, served, rules));
  return {
    forums: judged,
    offices: offices.map(({ id }) => ({
      id,
      forums: served.get(id) ?? 0,
      full: (served.get(id) ?? 0) > rules.maxForums,
      far: judged.filter(({ office, findings }) => office === id && findings.includes('too_far')).length,
    })),
  };
}

/** Whether an office lies within the radius of a place; null where a position is not known. */
export function isWithinRadius(from: Position | null, to: Position | null, radiusKm: number): boolean | null {
  const km = distanceOrNull(from, to);
  return km === null ? null : km <= radiusKm;
}

function judgeForum(
  forum: CoverageForum,
  byId: ReadonlyMap<string, CoverageOffice>,
  served: ReadonlyMap<string, number>,
  rules: CoverageRules,
): ForumCoverage {
  const office = forum.office === null ? undefined : byId.get(forum.office);
  const km = distanceOrNull(office?.position ?? null, forum.position);
  const findings = findingsOf(forum, office, km, served, rules);
  const nearest = findings.some((finding) => finding !== 'no_position')
    ? nearestOffice(forum, byId, served, rules)
    : null;
  return { id: forum.id, office: forum.office, km, findings, nearest };
}

function findingsOf(
  forum: CoverageForum,
  office: CoverageOffice | undefined,
  km: number | null,
  served: ReadonlyMap<string, number>,
  { maxForums, radiusKm }: CoverageRules,
): CoverageFinding[] {
  if (forum.office === null) return forum.position === null ? ['no_office', 'no_position'] : ['no_office'];
  if (!office) return ['office_unknown'];
  const findings: CoverageFinding[] = [];
  if (!office.inUse) findings.push('office_not_in_use');
  if ((served.get(office.id) ?? 0) > maxForums) findings.push('office_full');
  if (km !== null && km > radiusKm) findings.push('too_far');
  if (km === null) findings.push('no_position');
  return findings;
}

/** Of two at the same distance the one with the lesser id, so that every computer names the same. */
function nearestOffice(
  forum: CoverageForum,
  byId: ReadonlyMap<string, CoverageOffice>,
  served: ReadonlyMap<string, number>,
  { maxForums, radiusKm }: CoverageRules,
): ForumCoverage['nearest'] {
  let nearest: { office: string; km: number } | null = null;
  for (const { id, position, inUse } of byId.values()) {
    if (!inUse || id === forum.office || (served.get(id) ?? 0) >= maxForums) continue;
    const km = distanceOrNull(position, forum.position);
    if (km === null) continue;
    if (!nearest || km < nearest.km || (km === nearest.km && id < nearest.office)) nearest = { office: id, km };
  }
  return nearest && { ...nearest, within: nearest.km <= radiusKm };
}

const distanceOrNull = (from: Position | null, to: Position | null): number | null =>
  from === null || to === null ? null : distanceKm(from, to);
