/**
 * @file Whether a change may be projected: the same verdict on every node, whatever arrived first. Decided from the
 * change, the roster version it names and the ownership head it names; never from a clock or from what else is known.
 */
import { isRole } from '#shared/domain/permissions.ts';
import type { ChangeHeader, ChangePayload } from './change.ts';
import { judgeMove, movesRecord } from './authority-moves.ts';
import { fitsGroup, groupSpecOf, localSpecOf, specOf, tokenToGroup } from './registry.ts';
import type { RecordSpec } from './record-types/record-spec.ts';
import { isUnderstood } from './understood.ts';
import type { AuthorityContext, Verdict } from './verdict.ts';

const ok: Verdict = { verdict: 'ok' };
const unauthorised: Verdict = { verdict: 'quarantined', code: 'change/unauthorised' };

/** `payload` null: withheld. Creating changes are always open, so the owner they name can be read everywhere. */
export function judge(header: ChangeHeader, payload: ChangePayload | null, context: AuthorityContext): Verdict {
  const roster = context.rosterAt(header.ros);
  if (!roster) return { verdict: 'held', code: 'change/held-roster', waits: `ros:${header.ros}` };
  const device = roster.device(header.dev);
  if (!device?.roles.includes(header.role) || !isRole(header.role)) return unauthorised;
  const spec = specOf(header.at);
  // A type this program does not know is stored and passed on, not judged: a newer program will.
  if (!spec) return ok;
  if (movesRecord(header)) {
    const moved = judgeMove({ header, payload, roster, node: device.node, spec, context });
    if (moved.verdict !== 'ok') return moved;
    return !isUnderstood(header) || fits(header, payload) ? ok : { verdict: 'quarantined', code: 'change/constraint' };
  }
  const owner = ownerOf(header, payload, context);
  if (owner === 'unknown') {
    return { verdict: 'held', code: 'change/held-owner', waits: header.own === null ? 'payload' : `own:${header.own}` };
  }
  if (owner === null) return unauthorised;
  const creates = header.own === null;
  if (owner.node === device.node) {
    if (!spec.writers.includes(header.role)) return unauthorised;
  } else if (creates || !roster.isAncestor(device.node, owner.node) || !isCorrection(header, spec)) {
    // Nobody creates a record for another node; a node above may only correct.
    return unauthorised;
  }
  // What a newer program means by its values cannot be judged here.
  if (!isUnderstood(header)) return ok;
  return fits(header, payload) ? ok : { verdict: 'quarantined', code: 'change/constraint' };
}

/** The true kind of a restricted change stands in its payload, which not every node has: only open ones can be held to it. */
const isCorrection = (header: ChangeHeader, spec: RecordSpec): boolean =>
  spec.correctors.some((role) => role === header.role) &&
  (header.aud === 'restricted' || header.kind.startsWith('correction.'));

function ownerOf(
  header: ChangeHeader,
  payload: ChangePayload | null,
  context: AuthorityContext,
): { readonly node: string } | 'unknown' | null {
  if (header.own !== null) {
    const found = context.ownerAt(header, header.own);
    return found === 'not-an-owner' ? null : found;
  }
  if (!header.w.some(({ g, p }) => g === 'owner' && p.length === 0)) return null;
  if (payload === null) return 'unknown';
  const node = payload.d.owner?.node;
  return typeof node === 'string' ? { node } : null;
}

/** Every written group is of the change's class and holds what the registry declares. */
function fits(header: ChangeHeader, payload: ChangePayload | null): boolean {
  return header.w.every(({ g, p }) => {
    const group = tokenToGroup(header.at, g);
    const spec = groupSpecOf(header.at, group);
    // No honest program sends what never leaves a computer; a group of a newer one is kept.
    if (!spec) return localSpecOf(header.at, group) === null;
    if (spec.class !== header.aud || (spec.element === true) !== group.includes(':')) return false;
    if (spec.append && p.length > 0) return false;
    return payload === null || fitsGroup(spec, payload.d[g] ?? null);
  });
}
