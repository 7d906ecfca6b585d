/** @file Amounts of money: whole numbers of the smallest unit of their currency. */

/** Currencies that donors and offices count in. */
export const CURRENCIES = ['IQD', 'USD', 'EUR', 'CAD'] as const;
export type Currency = (typeof CURRENCIES)[number];

/** Smallest units in one. Nobody counts fils any more, but the smallest unit of the dinar is still one thousandth. */
const minorUnits: Readonly<Record<Currency, number>> = { IQD: 1000, USD: 100, EUR: 100, CAD: 100 };

/** More whole units than any programme spends; in the smallest unit still an exact number. */
export const mostWholeUnits = 1_000_000_000_000;

export const isCurrency = (text: string): text is Currency => (CURRENCIES as readonly string[]).includes(text);

/** Units -> smallest unit; exact for every amount that `fromMinor` tells, though 0.29 * 100 is not 29. */
export const toMinor = (units: number, currency: Currency): number => Math.round(units * minorUnits[currency]);

/** Smallest unit -> units; of a currency that this program does not know, as it stands. */
export const fromMinor = (minor: number, currency: string): number =>
  isCurrency(currency) ? minor / minorUnits[currency] : minor;
