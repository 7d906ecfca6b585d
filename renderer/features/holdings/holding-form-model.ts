import type { HoldingView } from '#shared/contract/holdings.ts';
import { fromMinor, isCurrency, toMinor } from '#shared/domain/money.ts';
import type { z } from '#shared/contract/zod.ts';

/** What sites and assets have in common, as it is typed. */
export type HoldingForm = {
  readonly kind: string | null;
  readonly kindNote: string;
  readonly name: string;
  readonly place: string | null;
  readonly status: string | null;
  readonly condition: string | null;
  readonly policeReport: string;
  readonly donor: string | null;
  /** In whole units of the currency. */
  readonly amount: number | null;
  readonly currency: string | null;
};

export const emptyHolding: HoldingForm = {
  kind: null,
  kindNote: '',
  name: '',
  place: null,
  status: null,
  condition: null,
  policeReport: '',
  donor: null,
  amount: null,
  currency: null,
};

type View = { readonly [K in keyof typeof HoldingView]: z.infer<(typeof HoldingView)[K]> };

export function holdingFormOf(view: View): HoldingForm {
  const { kind, kindNote, name, place, status, condition, policeReport, donor, amount, currency } = view;
  const whole = amount === null ? null : fromMinor(amount, currency ?? '');
  return { kind, kindNote, name, place, status, condition, policeReport, donor, amount: whole, currency };
}

/** The amount in the smallest unit, as the contract has it. */
export function holdingInputOf<F extends HoldingForm>(form: F): F {
  const { amount, currency } = form;
  const minor = amount !== null && currency !== null && isCurrency(currency) ? toMinor(amount, currency) : amount;
  return { ...form, amount: minor };
}
