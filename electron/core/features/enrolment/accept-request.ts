import { get, run } from '#core/changes/statements.ts';
import { limits } from '#core/changes/limits.ts';
import type { Handler, HomeContext } from '#core/context.ts';
import { toBase64Url, toHex } from '#core/crypto/bytes.ts';
import { createSigner } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { certificateFor, nodeIdOf } from '#core/exchange/certify.ts';
import { type ReadRequest, readRequest, sealAnswer } from '#core/exchange/enrolment.ts';
import { openLink } from '#core/exchange/links.ts';
import { nextRoster, pathOf, type Roster, verifyRoster } from '#core/exchange/roster.ts';
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
  const bytes = await readSmallFile(context, input.file, limits.enrolmentRequestBytes);
  if (!bytes.ok) return bytes;
  const read = await readRequest(bytes.value);
  if (!read.ok) return err(refusal(read.error.code, {}));
  if (read.value.fingerprint !== input.fingerprint) return err(refusal('enrol/fingerprint-differs', {}));
  const certified = await inTransaction(context.home.store, async () =>
    certify(context, roster, read.value, input.under ?? self.node, input.code),
  );
  if (!certified.ok) {
    context.home.rosters.reload();
    return certified;
  }
  const sealed = await sealFor(context, read.value);
  const written = await writeSmallFile(context, input.to, `JA-${toHex(randomBytes(3))}.cpa`, sealed);
  if (!written.ok) return written;
  context.refresh(['exchange', 'enrol']);
  const node = nodeIdOf(read.value.signKey);
  return ok({ ...written.value, node, fingerprint: read.value.fingerprint });
};

function certify(
  context: HomeContext,
  roster: Roster,
  read: ReadRequest,
  under: string,
  wantedCode: string | null,
): Result<null, AppError<'enrol/parent-unknown' | 'enrol/code-taken'>> {
  if (roster.devicesById.has(toBase64Url(read.device))) return ok(null);
  const { request, signKey } = read;
  const parent = roster.nodesById.get(under);
  const path = pathOf(roster, under);
  if (!parent || !path || !canStandUnder(request.kind, parent.kind)) return err(refusal('enrol/parent-unknown', {}));
  const code = codeFor(context, roster, request.kind, request.place, wantedCode);
  if (!code.ok) return code;
  const id = nodeIdOf(signKey);
  const { kind, name, place, services } = request;
  const node: RosterNode = { id, kind, name, place, parent: under, code: code.value, services };
  const version = roster.version + 1;
  const cert = certificateFor({
    node: id,
    path: [...path, id],
    signKey,
    recipient: request.recipient,
    from: version,
    series: kind === 'office' ? 'A' : null,
  });
  const { raw } = context.home.store;
  const { authority_key, root_public } = readOwnKeys(raw);
  if (!authority_key || !root_public) throw new Error('a directorate without its authority');
  const entries = { nodes: [...roster.nodes, node], devices: [...roster.devices, { cert, revoked: null }] };
  const line = nextRoster(roster, entries, Math.floor(context.services.ports.now()), createSigner(authority_key));
  const next = verifyRoster(line, root_public);
  if (!next.ok) throw new Error('our own roster does not verify');
  run(raw, 'INSERT INTO roster (version, hash, line) VALUES (?, ?, ?)', version, next.value.hash, line);
  run(raw, 'UPDATE self SET roster = ?', version);
  // A node under a department has its link there; the directorate reaches it through the department.
  if (under === context.home.rosters.self().node) {
    openLink(raw, context.home.rosters, { dev: read.device, node: id, roster: version });
  }
  context.home.rosters.reload();
  return ok(null);
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
