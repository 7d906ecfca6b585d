/** @file What the status of a membership says. */
import type { MembershipStatus } from './generated/code-lists.ts';

const left: readonly string[] = ['resigned', 'replaced', 'removed', 'deceased'] satisfies MembershipStatus[];

/** The membership is over; the day it ended is asked for. */
export const hasLeft = (status: string | null): boolean => status !== null && left.includes(status);
