/** @file A member of a forum as indicators know her or him. */
import { hasLeft } from '#shared/domain/membership.ts';
import type { Tags } from './item.ts';

export type MemberFact = {
  readonly sex: string;
  readonly ageBand: string;
  readonly role: string;
  readonly status: string;
  readonly since: string | null;
  readonly leftOn: string | null;
  /** The day the office in the forum began, where it is another than that of the membership. */
  readonly termFrom: string | null;
  readonly tags: Tags;
};

/** Joined by that day and not yet gone; of who left without a day it is only known that it was before today. */
export function isMemberOn({ status, since, leftOn }: MemberFact, day: string): boolean {
  if ((since ?? '') > day) return false;
  return status === 'active' || (hasLeft(status) && leftOn !== null && leftOn > day);
}
