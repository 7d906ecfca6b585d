import type { OutputOf } from '#shared/contract/contract.ts';
import { type CallState, useCall } from '#renderer/client/use-call.ts';

export type StickList = OutputOf<'sticks.list'>;
export type Stick = StickList['sticks'][number];

const askEveryMs = 1500;

/** The sticks that are in, asked again and again while the screen is open: one that is put in appears by itself. */
export const useSticks = (): CallState<StickList> =>
  useCall('sticks.list', {}, { keepPrevious: true, everyMs: askEveryMs });
