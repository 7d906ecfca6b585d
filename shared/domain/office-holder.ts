/** @file Whose name may leave the office: holders of an office in a forum who agreed to it (docs/adr/0015). */
import type { ForumRole } from './generated/code-lists.ts';

const holders: readonly string[] = ['chair', 'vice_chair', 'secretary'] satisfies ForumRole[];

export const isOfficeHolder = (role: string | null): boolean => role !== null && holders.includes(role);

/** The agreement alone does not do: who no longer holds the office, or is no member any more, is not named. */
export const isNamedOpenly = (member: {
  readonly role: string | null;
  readonly status: string | null;
  readonly named: boolean;
}): boolean => member.named && member.status === 'active' && isOfficeHolder(member.role);
