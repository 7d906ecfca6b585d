import { attachmentLimits } from './limits.ts';
import type { PictureAnswer, RedrawnPicture } from './picture-worker.ts';

export type RedrawFault = 'unreadable' | 'slow' | 'cancelled';

/** The picture as it is stored, and its preview. The worker that makes them is ended whatever happens. */
export async function redrawPicture(file: Blob, signal: AbortSignal): Promise<RedrawnPicture | RedrawFault> {
  if (signal.aborted) return 'cancelled';
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const over = new AbortController();
  try {
    return await new Promise((resolve) => {
      const until = { signal: over.signal };
      const timer = setTimeout(() => resolve('slow'), attachmentLimits.pictureSeconds * 1000);
      over.signal.addEventListener('abort', () => clearTimeout(timer));
      signal.addEventListener('abort', () => resolve('cancelled'), until);
      worker.addEventListener('error', () => resolve('unreadable'), until);
      const take = ({ data }: MessageEvent<PictureAnswer>) => resolve(data ?? 'unreadable');
      worker.addEventListener('message', take, until);
      worker.postMessage(file);
    });
  } finally {
    over.abort();
    worker.terminate();
  }
}
