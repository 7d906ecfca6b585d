/**
 * @file What can be wrong with a file that came from elsewhere, or with a part of it (docs/bundle-format.md, "Codes").
 * The numbers travel in acks and name the files of the bad-input corpus: they never change and are never used again.
 */
export const EXCHANGE_CODES = {
  'bundle/not-age': 101,
  'bundle/header-too-large': 102,
  'bundle/not-for-us': 103,
  'bundle/truncated': 104,
  'bundle/corrupt': 105,

  'bundle/bad-form': 201,
  'bundle/too-new': 202,
  'bundle/bad-signature': 203,
  'bundle/unknown-device': 204,
  'bundle/revoked': 205,
  'bundle/wrong-destination': 206,

  'link/gap': 301,
  'link/fork': 302,
  'link/stale-epoch': 303,
  'link/rollback-of-you': 304,
  'link/rollback-of-me': 305,

  'section/length': 401,
  'section/hash': 402,
  'section/bomb': 403,
  'section/form': 404,

  'change/form': 501,
  'change/commitment': 502,
  'change/signature': 503,
  'change/unauthorised': 504,
  'change/held-roster': 505,
  'change/unknown-kind': 506,
  'change/constraint': 507,
  'change/late-owner': 508,
  'change/held-owner': 509,
  'change/revoked': 510,

  'blob/range': 601,
  'blob/hash': 602,
  'blob/type': 603,
  'blob/size': 604,

  'roster/old': 701,
  'roster/conflicting': 702,
  'roster/bad-chain': 703,
} as const;

export type ExchangeCode = keyof typeof EXCHANGE_CODES;
export type ExchangeNumber = (typeof EXCHANGE_CODES)[ExchangeCode];

/** The code of a number, undefined for numbers this version does not know. */
export function exchangeCodeOf(number: number): ExchangeCode | undefined {
  return codesByNumber.get(number);
}

const codesByNumber = new Map<number, ExchangeCode>(
  Object.entries(EXCHANGE_CODES).map(([code, number]) => [number, code as ExchangeCode]),
);
