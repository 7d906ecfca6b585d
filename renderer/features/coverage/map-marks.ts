/** @file What stands on the map: forums of one place share a mark, or they would hide each other. */
import type { CoverageView } from '#shared/contract/coverage.ts';
import type { Position } from '#shared/domain/position.ts';

type Forum = CoverageView['forums'][number];

export type ForumMark = {
  readonly position: Position;
  readonly names: readonly string[];
  /** How many of them have a finding. */
  readonly wrong: number;
};

/** Of the forums whose position is known, by position. */
export function forumMarks(forums: readonly Forum[]): ForumMark[] {
  const marks = new Map<string, ForumMark>();
  for (const { position, name, findings } of forums) {
    if (position === null) continue;
    const key = `${position.lat} ${position.lon}`;
    const { names = [], wrong = 0 } = marks.get(key) ?? {};
    marks.set(key, { position, names: [...names, name], wrong: wrong + (findings.length > 0 ? 1 : 0) });
  }
  return [...marks.values()];
}

/** Lines from offices to what they serve, each once, and only where both ends differ. */
export function serviceLines({ offices, forums }: CoverageView): { key: string; from: Position; to: Position }[] {
  const byId = new Map(offices.map(({ id, position }) => [id, position]));
  const lines = new Map<string, { from: Position; to: Position }>();
  for (const { officeId, position: to } of forums) {
    const from = officeId === null ? null : byId.get(officeId);
    if (!from || to === null || (from.lat === to.lat && from.lon === to.lon)) continue;
    lines.set(`${officeId} ${to.lat} ${to.lon}`, { from, to });
  }
  return [...lines].map(([key, ends]) => ({ key, ...ends }));
}
