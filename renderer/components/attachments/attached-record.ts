import type { OutputOf } from '#shared/contract/contract.ts';

/** The record as its screen has read it. */
export type AttachedRecord = Pick<OutputOf<'forums.get'>, 'id' | 'owner' | 'heads' | 'conflicts' | 'may'>;
