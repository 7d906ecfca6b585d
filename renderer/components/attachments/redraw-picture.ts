import { type Interruption, inTime } from './in-time.ts';
import { attachmentLimits } from './limits.ts';
import type { PictureAnswer, RedrawnPicture } from './picture-worker.ts';

/** The picture as it is stored, and its preview. The worker that makes them is ended whatever happens. */
export async function redrawPicture(
  file: Blob,
  signal: AbortSignal,
): Promise<RedrawnPicture | 'unreadable' | Interruption> {
  if (signal.aborted) return 'cancelled';
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<RedrawnPicture | 'unreadable'>((resolve) => {
    worker.addEventListener('error', () => resolve('unreadable'));
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => resolve(data ?? 'unreadable'));
  });
  try {
    worker.postMessage(file);
    return await inTime(answer, attachmentLimits.pictureSeconds, signal);
  } finally {
    worker.terminate();
  }
}
