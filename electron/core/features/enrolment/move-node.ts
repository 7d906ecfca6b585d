import type { Handler, HomeContext } from '#core/context.ts';
import { isRosterBehind, issueRoster } from '#core/exchange/issue-roster.ts';
import { followRoster } from '#core/exchange/links.ts';
import { pathOf, type Roster } from '#core/exchange/roster.ts';
import type { RosterNode } from '#core/exchange/roster-form.ts';
import { canStandUnder } from '#shared/domain/node-kinds.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** Puts an office under another department, or under the directorate itself. */
export const moveOffice: Handler<'enrol.move'> = async (context, { node, under }) => {
  const { home, refresh } = context;
  if (home.rosters.self().kind !== 'directorate') return err(refusal('node/not-the-directorate', {}));
  const moved = moveNode(context, node, under);
  if (moved.ok) refresh(['enrol', 'exchange']);
  return moved;
};

/**
 * Issues a roster in which an office stands elsewhere; its devices get the same certificates with the new path. Links
 * follow here at once and elsewhere with the roster.
 */
function moveNode(
  { home, services }: HomeContext,
  node: string,
  newParent: string,
): Result<
  { readonly roster: number },
  AppError<'enrol/roster-behind' | 'enrol/node-unknown' | 'enrol/parent-unknown'>
> {
  const roster = home.rosters.current();
  if (!roster) throw new Error('a directorate without its roster');
  if (isRosterBehind(home.store.raw, home.rosters)) return err(refusal('enrol/roster-behind', {}));
  const moving = roster.nodesById.get(node);
  const parent = roster.nodesById.get(newParent);
  if (moving?.kind !== 'office') return err(refusal('enrol/node-unknown', {}));
  if (!parent || !canStandUnder(moving.kind, parent.kind)) return err(refusal('enrol/parent-unknown', {}));
  if (moving.parent === newParent) return ok({ roster: roster.version });
  const next = issueRoster(home.store.raw, home.rosters, withMoved(roster, moving, newParent), services.ports.now());
  followRoster(home.store.raw, home.rosters, roster);
  return ok({ roster: next.version });
}

/** Offices have nothing below them, so that no other path changes. */
function withMoved(roster: Roster, moving: RosterNode, newParent: string): Pick<Roster, 'nodes' | 'devices'> {
  const path = [...(pathOf(roster, newParent) ?? []), moving.id];
  const stood = { parent: moving.parent ?? newParent, until: roster.version };
  const moved: RosterNode = { ...moving, parent: newParent, formerly: [...moving.formerly, stood] };
  return {
    nodes: roster.nodes.map((node) => (node.id === moving.id ? moved : node)),
    devices: roster.devices.map((device) =>
      device.cert.node === moving.id ? { ...device, cert: { ...device.cert, path } } : device,
    ),
  };
}
