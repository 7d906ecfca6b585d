/**
 * @file Hybrid logical clock: 48 bits of milliseconds and a 16-bit counter, as 16 hex digits. For timelines and audit
 * alone; nothing is refused for its time and no order of values depends on it.
 */
export type HlcState = { readonly ms: number; readonly counter: number };

/** A time from elsewhere is taken over only this far ahead of our own clock. */
export const maxLeadMs = 15 * 60 * 1000;

/** Strictly after the stored state, whatever the wall clock does. */
export function tick(state: HlcState, wall: number): HlcState {
  const now = Math.max(0, Math.floor(wall));
  if (now > state.ms) return { ms: now, counter: 0 };
  return state.counter < 0xffff ? { ms: state.ms, counter: state.counter + 1 } : { ms: state.ms + 1, counter: 0 };
}

/** Moves the state up to a time read from elsewhere, unless that runs too far ahead of our wall clock. */
export function absorb(state: HlcState, remote: HlcState, wall: number): HlcState {
  if (remote.ms > wall + maxLeadMs) return state;
  const ahead = remote.ms > state.ms || (remote.ms === state.ms && remote.counter > state.counter);
  return ahead ? remote : state;
}

export const formatHlc = ({ ms, counter }: HlcState): string =>
  ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0');

export const parseHlc = (text: string): HlcState => ({
  ms: Number.parseInt(text.slice(0, 12), 16),
  counter: Number.parseInt(text.slice(12), 16),
});

/** The moment in an hlc as UTC ISO 8601; years beyond what a date can hold are cut at its end. */
export const hlcToMoment = (text: string): string => {
  const ms = text === '' ? 0 : parseHlc(text).ms;
  return new Date(Math.min(ms, 8_640_000_000_000_000)).toISOString();
};
