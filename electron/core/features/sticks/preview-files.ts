import type { Handler } from '#core/context.ts';
import { rehearse } from '#core/exchange/rehearse.ts';
import type { SourceFile } from '#core/files/file-grants.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

/** Files one after another as they would be taken in, and then all of it undone. */
export const previewFiles: Handler<'sticks.preview'> = async ({ home, services }, { files }) => {
  if (home.rosters.self().roster === 0) return err(refusal('node/not-enrolled', {}));
  const sources: SourceFile[] = [];
  for (const token of files) {
    const source = await services.files.source(token);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  const total = files.length;
  const rehearsed = await rehearse(services, home, sources, (done) =>
    services.emit({ type: 'progress', task: 'preview', done, total }),
  );
  return ok(
    rehearsed.map((preview, index) => ({
      token: files[index] ?? '',
      file: sources[index]?.name ?? '',
      ...preview,
    })),
  );
};
