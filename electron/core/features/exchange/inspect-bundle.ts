import { get } from '#core/changes/statements.ts';
import type { Handler } from '#core/context.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { recipientHash } from '#core/exchange/bundle-format.ts';
import { readBundle } from '#core/exchange/bundle-reader.ts';
import { findSender } from '#core/exchange/roster.ts';
import { readPieces } from '#core/files/file-grants.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { ok } from '#shared/lib/result.ts';

type Inspection = OutputOf<'exchange.inspect'>;

/** What can be known of a file without taking it in. */
export const inspectBundle: Handler<'exchange.inspect'> = async ({ home, services }, { file }) => {
  const source = await services.files.source(file);
  if (!source.ok) return source;
  const about = { file: source.value.name, bytes: source.value.bytes };
  const self = home.rosters.self();
  const keys = get<{ age_identity: string; age_recipient: string }>(
    home.store.raw,
    'SELECT age_identity, age_recipient FROM self',
  );
  const roster = home.rosters.current();
  if (!keys || !roster) return ok({ ...nothing, ...about, code: 'bundle/unknown-device' });
  const bundle = await readBundle(readPieces(source.value.path), {
    identity: keys.age_identity,
    self: { node: self.node, dev: toBase64Url(self.device) },
    recipientHash: recipientHash(keys.age_recipient),
    resolveSender: (header) => findSender(roster, header.from, header.roster.ver),
  });
  if (!bundle.ok) return ok({ ...nothing, ...about, code: bundle.error.code });
  const { header } = bundle.value;
  const perSection = new Map<number, { changes: number; withheld: number }>();
  for await (const section of bundle.value.sections()) {
    if (section.t !== 'changes') continue;
    const withheld = section.changes.filter(({ payloadBytes }) => payloadBytes === null).length;
    perSection.set(section.index, { changes: section.changes.length, withheld });
  }
  const end = bundle.value.end();
  const verdicts = { complete: 'readable', cut: 'cut', refused: 'refused' } as const;
  return ok({
    ...about,
    verdict: verdicts[end.verdict],
    code: end.code,
    header,
    sections: header.sections.map(({ t, rlen, clen }, index) => ({
      type: t,
      rawBytes: rlen,
      compressedBytes: clen,
      changes: perSection.get(index)?.changes ?? 0,
      withheld: perSection.get(index)?.withheld ?? 0,
    })),
    changes: end.changes,
    withheld: end.withheld,
    blobParts: end.blobParts,
    padding: header.padLen,
  });
};

const nothing: Omit<Inspection, 'file' | 'bytes'> = {
  verdict: 'refused',
  code: null,
  header: null,
  sections: [],
  changes: 0,
  withheld: 0,
  blobParts: 0,
  padding: 0,
};
