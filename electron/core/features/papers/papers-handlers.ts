import type { HandlersOf, HomeContext } from '#core/context.ts';
import { writeFileAtomically } from '#core/files/atomic-write.ts';
import { noTime } from '#core/files/place-file.ts';
import { writable } from '#core/features/files/writable.ts';
import { authorNames } from '#core/features/records/authors.ts';
import { openAnyRecord } from '#core/features/records/read-record.ts';
import { PAPER_PERMISSIONS, type PaperRef } from '#shared/domain/papers.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { checkPaper, sealPaper } from './seal.ts';
import { addCopy, listCopies, nextCopy } from './papers-store.ts';

export const paperHandlers: HandlersOf<'papers'> = {
  'papers.next': async (context, paper) => {
    const allowed = await mayPrint(context, paper);
    if (!allowed.ok) return allowed;
    const { home, session, services } = context;
    const { node } = home.rosters.self();
    const names = await authorNames(context);
    const copies = await listCopies(context.db, paper);
    return ok({
      copy: await nextCopy(context.db, paper),
      at: new Date(services.ports.now()).toISOString(),
      by: session.displayName,
      office: { name: home.rosters.nodeName(node), code: home.rosters.current()?.nodesById.get(node)?.code ?? null },
      earlier: copies.map(({ user, ...copy }) => ({ ...copy, by: names.get(user) ?? '' })),
    });
  },

  'papers.print': async (context, { kind, of, part, language, copy, purpose, way }) => {
    const { trx, session, services } = context;
    if (trx === null) throw new Error('papers.print runs in a transaction');
    const paper = { kind, of, part };
    const allowed = await mayPrint(context, paper);
    if (!allowed.ok) return allowed;
    // Two windows may have drawn the same number: it stands on one paper only.
    if ((await nextCopy(trx, paper)) !== copy) return err(refusal('paper/copy-taken', {}));
    const at = new Date(services.ports.now()).toISOString();
    await addCopy(trx, paper, { copy, language, purpose, way, at, user: session.access.user });
    return ok({ copy });
  },

  'papers.seal': sealPaper,
  'papers.check': checkPaper,

  'papers.save': async ({ services }, { folder, name, data }) => {
    const bytes = Buffer.from(data, 'base64');
    if (!bytes.subarray(0, 5).equals(pdfBegins)) return err(refusal('paper/not-a-pdf', {}));
    const target = await services.files.target(folder, name);
    if (!target.ok) return err(writable(target.error));
    const written = await writeFileAtomically(target.value.path, bytes, { readBack: true, time: noTime });
    return written.ok ? ok({ file: name, bytes: written.value.bytes }) : err(writable(written.error));
  },
};

const pdfBegins: Uint8Array = Buffer.from('%PDF-');

/** A paper that this person may not read is not told apart from one that is not there. */
async function mayPrint(
  context: HomeContext,
  { kind, of }: PaperRef,
): Promise<Result<null, AppError<'record/not-found'>>> {
  const missing = err(refusal('record/not-found', {}));
  if (!context.session.access.permissions.has(PAPER_PERMISSIONS[kind])) return missing;
  // A waybill tells of a file to a node; exchange.waybill says whether there is one.
  if (kind === 'waybill') return ok(null);
  return (await openAnyRecord(context, of)) === null ? missing : ok(null);
}
