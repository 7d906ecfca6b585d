/** Turns a writer that pushes into pieces that can be pulled, one at a time; what was pulled is held by nobody here. */
export async function* pulled(
  write: (push: (piece: Uint8Array) => Promise<void>) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  type Slot = { readonly piece: Uint8Array; readonly taken: () => void };
  type End = { readonly failure: { readonly error: unknown } | null };
  let offer: (slot: Slot | End) => void = () => undefined;
  const wait = (): Promise<Slot | End> =>
    new Promise((resolve) => {
      offer = resolve;
    });
  let next = wait();
  let stopped = false;
  const push = (piece: Uint8Array): Promise<void> =>
    stopped ? Promise.reject(new Error('nobody takes more')) : new Promise((taken) => offer({ piece, taken }));
  write(push).then(
    () => offer({ failure: null }),
    (error: unknown) => offer({ failure: { error } }),
  );
  for (;;) {
    const slot = await next;
    if ('failure' in slot) {
      if (slot.failure !== null) throw slot.failure.error;
      return;
    }
    next = wait();
    stopped = true;
    try {
      yield slot.piece;
      stopped = false;
    } finally {
      // Where the reader stopped, the next push fails, and the writer closes what it holds.
      slot.taken();
    }
  }
}
