import type { HomeContext } from '#core/context.ts';
import type { SourceFile } from '#core/files/file-grants.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

/** The files that a person chose to take in, in their order; a home that is not enrolled takes none. */
export async function namedBundles(
  { home, services }: HomeContext,
  tokens: readonly string[],
): Promise<Result<SourceFile[], AppError<'node/not-enrolled' | 'file/unknown-token' | 'file/not-found'>>> {
  if (home.rosters.self().roster === 0) return err(refusal('node/not-enrolled', {}));
  const sources: SourceFile[] = [];
  for (const token of tokens) {
    const source = await services.files.source(token);
    if (!source.ok) return source;
    sources.push(source.value);
  }
  return ok(sources);
}
