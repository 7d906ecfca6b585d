import { get } from '#core/changes/statements.ts';
import { limits } from '#core/changes/limits.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { certificateFor, nodeIdOf } from '#core/exchange/certify.ts';
import { type ReadRequest, readRequest, sealAnswer } from '#core/exchange/enrolment.ts';
import { isRosterBehind, issueRoster } from '#core/exchange/issue-roster.ts';
import { followRoster } from '#core/exchange/links.ts';
import { nextSeries, pathOf, type Roster } from '#core/exchange/roster.ts';
import { isOfficeCode, type RosterNode } from '#core/exchange/roster-form.ts';
import { canStandUnder } from '#shared/domain/node-kinds.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { readOwnKeys } from './own-keys.ts';
import { proposeCode } from './read-request.ts';
import { readSmallFile, writeSmallFile } from './small-files.ts';

/** Certifies a device, once people have compared its fingerprint. Accepting the same request again writes the same answer. */
export const acceptRequest: Handler<'enrol.accept'> = async (context, input) => {
  const roster = context.home.rosters.current();
  const self = context.home.rosters.self();
  if (self.kind !== 'directorate' || !roster) return err(refusal('node/not-the-directorate', {}));
  if (isRosterBehind(context.home.store.raw, context.home.rosters)) return err(refusal('enrol/roster-behind', {}));
  const bytes = await readSmallFile(context, input.file, limits.enrolmentRequestBytes);
  if (!bytes.ok) return bytes;
  const read = await readRequest(bytes.value);
  if (!read.ok) return err(refusal(read.error.code, {}));
  if (read.value.fingerprint !== input.fingerprint) return err(refusal('enrol/fingerprint-differs', {}));
  const certified = await inTransaction(context.home.store, async () => certify(context, roster, read.value, input));
  if (!certified.ok) {
    context.home.rosters.reload();
    return certified;
  }
  const sealed = await sealFor(context, read.value);
  const written = await writeSmallFile(context, input.to, `JA-${toHex(randomBytes(3))}.cpa`, sealed);
  if (!written.ok) return written;
  context.refresh(['exchange', 'enrol']);
  const dev = toBase64Url(read.value.device);
  const node = context.home.rosters.current()?.devicesById.get(dev)?.cert.node ?? nodeIdOf(read.value.signKey);
  return ok({ ...written.value, node, fingerprint: read.value.fingerprint });
};

type Wanted = { readonly node: string | null; readonly under: string | null; readonly code: string | null };

type CertifyFault = AppError<'enrol/parent-unknown' | 'enrol/node-unknown' | 'enrol/code-taken'>;

function certify(context: HomeContext, roster: Roster, read: ReadRequest, wanted: Wanted): Result<null, CertifyFault> {
  if (roster.devicesById.has(toBase64Url(read.device))) return ok(null);
  const found =
    wanted.node === null ? newNode(context, roster, read, wanted) : knownNode(roster, read.request.kind, wanted.node);
  if (!found.ok) return found;
  const node = found.value;
  const cert = certificateFor({
    node: node.id,
    path: [...(pathOf(roster, node.parent ?? '') ?? []), node.id],
    signKey: read.signKey,
    recipient: read.request.recipient,
    from: roster.version + 1,
    series: node.kind === 'office' ? nextSeries(roster, node.id) : null,
  });
  const { raw } = context.home.store;
  const { rosters } = context.home;
  const nodes = roster.nodesById.has(node.id) ? roster.nodes : [...roster.nodes, node];
  const devices = [...roster.devices, { cert, revoked: null }];
  issueRoster(raw, rosters, { nodes, devices }, context.services.ports.now());
  // A node under a department has its link there; the directorate reaches it through the department.
  followRoster(raw, rosters, roster);
  return ok(null);
}

function newNode(
  context: HomeContext,
  roster: Roster,
  { request, signKey }: ReadRequest,
  wanted: Wanted,
): Result<RosterNode, CertifyFault> {
  const under = wanted.under ?? context.home.rosters.self().node;
  const { kind, name, place, services } = request;
  const parent = roster.nodesById.get(under);
  if (!parent || !canStandUnder(kind, parent.kind)) return err(refusal('enrol/parent-unknown', {}));
  const code = codeFor(context, roster, kind, place, wanted.code);
  if (!code.ok) return code;
  return ok({ id: nodeIdOf(signKey), kind, name, place, parent: under, code: code.value, services, formerly: [] });
}

/** A second or replaced machine: name, place and services stay as they are. */
function knownNode(
  roster: Roster,
  kind: RosterNode['kind'],
  id: string,
): Result<RosterNode, AppError<'enrol/node-unknown'>> {
  const node = roster.nodesById.get(id);
  return node && node.parent !== null && node.kind === kind ? ok(node) : err(refusal('enrol/node-unknown', {}));
}

function codeFor(
  context: HomeContext,
  roster: Roster,
  kind: RosterNode['kind'],
  place: string | null,
  wanted: string | null,
): Result<string | null, AppError<'enrol/code-taken'>> {
  if (kind !== 'office') return ok(null);
  const code = wanted ?? proposeCode(context.services.ports, roster, place);
  const taken = roster.nodes.some((node) => node.code === code);
  return taken || !isOfficeCode(code) ? err(refusal('enrol/code-taken', { code })) : ok(code);
}

async function sealFor(context: HomeContext, { request, device, signKey }: ReadRequest): Promise<Uint8Array> {
  const roster = context.home.rosters.current();
  const keys = readOwnKeys(context.home.store.raw);
  const cert = roster?.devicesById.get(toBase64Url(device))?.cert;
  const node = roster?.nodesById.get(cert?.node ?? nodeIdOf(signKey));
  const line = get<{ line: Uint8Array }>(
    context.home.store.raw,
    'SELECT line FROM roster ORDER BY version DESC LIMIT 1',
  );
  if (!roster || !cert || !node || !line || !keys.authority_key || !keys.root_public) {
    throw new Error('a certified device without its entries');
  }
  return sealAnswer(
    {
      root: toBase64Url(keys.root_public),
      chain: roster.authority,
      rosterLine: line.line,
      node: node.id,
      code: node.code,
      series: cert.series,
      refdata: null,
    },
    request.recipient,
    createSigner(keys.authority_key),
  );
}
