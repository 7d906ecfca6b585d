export type Interruption = 'slow' | 'cancelled';

/** What comes of `work`, unless it takes longer or is not wanted any more. Whoever asks ends what is then still going on. */
export async function inTime<T>(work: Promise<T>, seconds: number, signal: AbortSignal): Promise<T | Interruption> {
  const over = new AbortController();
  const stop = new Promise<Interruption>((resolve) => {
    const timer = setTimeout(() => resolve('slow'), seconds * 1000);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    if (signal.aborted) resolve('cancelled');
    signal.addEventListener('abort', () => resolve('cancelled'), { signal: over.signal });
  });
  try {
    return await Promise.race([stop, work]);
  } finally {
    over.abort();
  }
}
