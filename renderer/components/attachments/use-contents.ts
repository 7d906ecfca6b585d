import { useEffect, useState } from 'react';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import { fetchAttachment } from '#renderer/client/files.ts';

export type Contents =
  | { readonly status: 'loading'; readonly doneBytes: number }
  | { readonly status: 'failed'; readonly error: AppError }
  /** `url` is good until the component goes. */
  | { readonly status: 'ready'; readonly blob: Blob; readonly url: string };

type What = { readonly recordId: string; readonly attachmentId: string; readonly preview: boolean };

/** An attachment in memory, with an address for pictures; both are let go when the screen is left or locked. */
export function useContents({ recordId, attachmentId, preview }: What): Contents {
  const client = useClient();
  const [contents, setContents] = useState<Contents>({ status: 'loading', doneBytes: 0 });
  useEffect(() => {
    const stop = new AbortController();
    let url: string | null = null;
    const onProgress = (doneBytes: number) => {
      if (!stop.signal.aborted) setContents({ status: 'loading', doneBytes });
    };
    onProgress(0);
    void fetchAttachment(client, { recordId, attachmentId, preview }, { onProgress, signal: stop.signal })
      .catch(() => ({ ok: false, error: refusal('internal', { reference: noAnswerReference }) }) as const)
      .then((answer) => {
        if (answer === null || stop.signal.aborted) return;
        if (!answer.ok) return setContents({ status: 'failed', error: answer.error });
        url = URL.createObjectURL(answer.value);
        setContents({ status: 'ready', blob: answer.value, url });
      });
    return () => {
      stop.abort();
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [client, recordId, attachmentId, preview]);
  return contents;
}
