import { useQuery } from '@tanstack/react-query';
import type { InputOf, MethodName, OutputOf } from '#shared/contract/contract.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from './client.ts';
import { useClient } from './client-context.tsx';

/** State of a query: `value` is there when ready, `error` when failed. */
export type CallState<T> = {
  readonly reload: () => void;
} & (
  | { readonly status: 'loading'; readonly value?: undefined; readonly error?: undefined }
  | { readonly status: 'failed'; readonly value?: undefined; readonly error: AppError }
  | { readonly status: 'ready'; readonly value: T; readonly error?: undefined }
);

type Options = { enabled?: boolean; keepPrevious?: boolean; everyMs?: number };

/**
 * Asks once per method and input, keeps the answer, and asks anew when a change touches its area. While it asks anew,
 * or for other input with `keepPrevious`, the last answer stays on screen. With `everyMs` it asks again and again while
 * the window is seen, but never before the last answer has come.
 */
export function useCall<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  { enabled = true, keepPrevious = false, everyMs }: Options = {},
): CallState<OutputOf<M>> {
  const client = useClient();
  const query = useQuery<OutputOf<M>, Refused>({
    queryKey: [method, input],
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepPrevious ? { placeholderData: (previous: OutputOf<M> | undefined) => previous } : {}),
    queryFn: async () => {
      const answer = await client.call(method, input);
      if (!answer.ok) throw new Refused(answer.error);
      return answer.value;
    },
  } as Parameters<typeof useQuery<OutputOf<M>, Refused>>[0]);
  const reload = () => void query.refetch();
  if (query.data !== undefined) return { status: 'ready', value: query.data, reload };
  if (query.error && !query.isFetching) return { status: 'failed', error: errorOf(query.error), reload };
  return { status: 'loading', reload };
}

/** Carries a refusal through the query cache, which knows failures as exceptions only. */
class Refused extends Error {
  readonly refused: AppError;
  constructor(refused: AppError) {
    super(refused.code);
    this.refused = refused;
  }
}

const errorOf = (error: Error): AppError =>
  error instanceof Refused ? error.refused : refusal('internal', { reference: noAnswerReference });
