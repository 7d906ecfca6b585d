import type { Handler } from '#core/context.ts';
import { rehearse } from '#core/exchange/rehearse.ts';
import { namedBundles } from '#core/features/exchange/named-bundles.ts';
import { ok } from '#shared/lib/result.ts';

/** Files one after another as they would be taken in, and then all of it undone. */
export const previewFiles: Handler<'sticks.preview'> = async (context, { files }) => {
  const { home, services } = context;
  const sources = await namedBundles(context, files);
  if (!sources.ok) return sources;
  const total = files.length;
  const rehearsed = await rehearse(services, home, sources.value, (done) =>
    services.emit({ type: 'progress', task: 'preview', done, total }),
  );
  return ok(
    rehearsed.map((preview, index) => ({
      token: files[index] ?? '',
      file: sources.value[index]?.name ?? '',
      ...preview,
    })),
  );
};
