/** @file What the steps of the take-in wizard hand to each other. */
import type { OutputOf } from '#shared/contract/contract.ts';

export type ChosenFile = { readonly token: string; readonly name: string };
export type TakeInReport = OutputOf<'exchange.takeIn'>[number];

/** Title, names of the steps and which one is shown, for the frame. */
export type TakeInFrame = { readonly title: string; readonly steps: readonly string[]; readonly at: number };
