/** @file The texts of an issue: open, or kept at the office while its code is marked sensitive. */
import type { JsonObject } from './canonical.ts';
import { type RecordValues, textIn } from './record-values.ts';

/** Each pair holds the same fields; where the one says something the other is empty. */
export const issueTextPairs = { told: 'toldSecret', handling: 'handlingSecret' } as const;
export type IssueTexts = keyof typeof issueTextPairs;

const issueTextFields = { told: ['other', 'spot', 'statement'], handling: ['reason', 'referral'] } as const;

/** What it says, from wherever it stands; null where it is kept at the office. */
export function issueWords(values: RecordValues, texts: IssueTexts): JsonObject | null {
  const open = values.one(texts);
  if (saysSomething(open, texts)) return open;
  const secret = issueTextPairs[texts];
  return values.isWithheld(secret) ? null : (values.one(secret) ?? open ?? {});
}

export const saysSomething = (value: JsonObject | null, texts: IssueTexts): boolean =>
  issueTextFields[texts].some((field) => textIn(value, field) !== '');
