import { inBaghdad } from '#shared/text/calendar.ts';

/** Today's date in Iraq, `YYYY-MM-DD`. */
export const today = (): string => inBaghdad(new Date().toISOString())?.date ?? new Date().toISOString().slice(0, 10);
