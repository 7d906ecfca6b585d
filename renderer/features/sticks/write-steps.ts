/** @file What a person has answered in the write wizard; going back keeps it. */
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Stick } from './use-sticks.ts';

export type Peer = OutputOf<'exchange.status'>['peers'][number];
export type Contents = OutputOf<'sticks.contents'>;
export type Written = OutputOf<'exchange.write'>;

export type WriteAnswers = {
  readonly peer: string | null;
  readonly budgetBytes: number | null;
  /** Token of a stick, `elsewhere` for a folder or a download; null: not answered. */
  readonly place: string | null;
  /** The stick that was chosen, as it was then: it may be gone. */
  readonly stick: Stick | null;
};

export const elsewhere = 'elsewhere';
export const phoneBudgetBytes = 20_000_000;

/** The size of the file at most, as far as it can be told beforehand. */
export const expectedBytes = ({ budgetBytes }: WriteAnswers, contents: Contents): number =>
  budgetBytes === null ? contents.roughBytes : Math.min(budgetBytes, contents.roughBytes);

/** Where writing needs some room beside the file, for its folder and the receipt. */
export const spareBytes = 2_000_000;
