/**
 * @file Who may hand a record over and who may share it (docs/adr/0010). Ownership moves by an offer of the owner and an
 * acceptance by the office it was offered to, which names that offer: so every node can judge both from the changes
 * themselves, and nobody can take a record that was not offered to it.
 */
import type { ChangeHeader, ChangePayload } from './change.ts';
import { elementId, groupName } from './registry.ts';
import type { RecordSpec } from './record-types/record-spec.ts';
import type { AuthorityContext, RosterView, Verdict } from './verdict.ts';

/** It passes the record on, shares it, or ends a transfer: judged by `judgeMove` alone. */
export const movesRecord = ({ own, w }: ChangeHeader): boolean =>
  w.some(({ g }) => g === 'transfer' || g.startsWith('share:') || (g === 'owner' && own !== null));

type Move = {
  readonly header: ChangeHeader;
  readonly payload: ChangePayload | null;
  readonly roster: RosterView;
  /** Node of the author's device. */
  readonly node: string;
  readonly spec: RecordSpec;
  readonly context: AuthorityContext;
};

const ok: Verdict = { verdict: 'ok' };
const unauthorised: Verdict = { verdict: 'quarantined', code: 'change/unauthorised' };
const constraint: Verdict = { verdict: 'quarantined', code: 'change/constraint' };
const waitFor = (waits: string): Verdict => ({ verdict: 'held', code: 'change/held-owner', waits });

/** Such a change writes nothing else, and only who may correct such records may make it. */
export function judgeMove(move: Move): Verdict {
  const { header, spec, context } = move;
  if (header.own === null || !spec.correctors.some((role) => role === header.role)) return unauthorised;
  const owner = context.ownerAt(header, header.own);
  if (owner === 'unknown') return waitFor(`own:${header.own}`);
  if (owner === 'not-an-owner') return unauthorised;
  if (header.w.every(({ g }) => groupName(g) === 'share')) return judgeShare(move, owner.node);
  return header.w.every(({ g }) => g === 'transfer' || g === 'owner') ? judgeTransfer(move, owner.node) : unauthorised;
}

/** The owner alone says who else may read. */
function judgeShare({ header, roster, node }: Move, owner: string): Verdict {
  if (node !== owner) return unauthorised;
  return header.w.every(({ g }) => roster.hasNode(elementId(g) ?? '')) ? ok : constraint;
}

function judgeTransfer(move: Move, owner: string): Verdict {
  const { header, payload, roster, node } = move;
  if (!header.w.some(({ g }) => g === 'transfer')) return unauthorised;
  if (payload === null) return waitFor('payload');
  const { state, to } = payload.d.transfer ?? {};
  const takes = header.w.some(({ g }) => g === 'owner');
  switch (state) {
    case 'offered':
      if (takes || node !== owner) return unauthorised;
      return typeof to === 'string' && to !== owner && roster.hasNode(to) ? ok : constraint;
    case 'withdrawn':
      return takes || node !== owner ? unauthorised : ok;
    case 'accepted':
      return takes ? judgeAnswer(move) : unauthorised;
    case 'returned':
      return takes ? unauthorised : judgeAnswer(move);
    default:
      return takes ? unauthorised : constraint;
  }
}

/** An answer stands on one offer, made to its author under the ownership head that it names itself. */
function judgeAnswer({ header, payload, node, context }: Move): Verdict {
  const seen = header.w.find(({ g }) => g === 'transfer')?.p ?? [];
  const [id] = seen;
  if (id === undefined || seen.length > 1) return unauthorised;
  const offer = context.offerAt(header, id);
  if (offer === 'unknown') return waitFor(`own:${id}`);
  if (offer === 'not-an-offer' || offer.own !== header.own || offer.to !== node) return unauthorised;
  if (payload?.d.transfer?.to !== node) return unauthorised;
  const owner = header.w.find(({ g }) => g === 'owner');
  if (!owner) return ok;
  // It supersedes that one head: what else claims the record stays for people to see.
  return owner.p.length === 1 && owner.p[0] === header.own && payload.d.owner?.node === node ? ok : unauthorised;
}
