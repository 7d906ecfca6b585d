/**
 * @file Counts of people that are shown to others. One to four read `<5`, and another figure of the table is hidden when
 * the first could be worked out from it. `below` is the rule value in force, five unless the directorate chose more.
 */

/** A count, a mark that it is small, or a mark that it is hidden because it would tell a small one. */
export type ShownCount = number | `<${number}` | 'hidden';

export const isSmall = (count: number, below: number): boolean => count > 0 && count < below;

export const showCount = (count: number, below: number): ShownCount => (isSmall(count, below) ? `<${below}` : count);

/** As it was stored, perhaps by a newer program: what is no count is hidden, and so is one that should have been. */
export function toShownCount(stored: unknown, below: number): ShownCount {
  if (typeof stored === 'number') return stored < 0 ? 'hidden' : showCount(stored, below);
  return typeof stored === 'string' && /^<[1-9]\d{0,3}$/.test(stored) ? (stored as ShownCount) : 'hidden';
}

export const isShown = (count: number | string): count is number => typeof count === 'number';

/** Answers to one question: `high` 4 or 5 (or yes), `low` 1 to 3 (or no), `left` without an answer. */
export type AnswerCounts = { readonly high: number; readonly low: number; readonly left: number };

/** `high` of `of` answers; `left` is not among them. How many answered low is never shown: it follows from these. */
export type ShownAnswers = { readonly high: ShownCount; readonly of: ShownCount; readonly left: ShownCount };

/** One line of a table. The low answers are people too, so no line may tell a small number of them either. */
export function showAnswers({ high, low, left }: AnswerCounts, below: number): ShownAnswers {
  const of = high + low;
  const shownLeft = showCount(left, below);
  if (isSmall(of, below)) return { high: 'hidden', of: `<${below}`, left: shownLeft };
  if (isSmall(high, below)) return { high: `<${below}`, of, left: shownLeft };
  if (!isSmall(low, below)) return { high, of, left: shownLeft };
  // With fewer than these the sum alone would tell: of six, five high and one low are all that is possible.
  return { high: 'hidden', of: of >= 2 * below - 1 ? of : 'hidden', left: shownLeft };
}

/** One list of counts in two or more break-downs: each adds up to `all`. */
export type BrokenDown = { readonly parts: readonly (readonly ShownCount[])[]; readonly all: ShownCount };

/**
 * Hides what would let a small count be worked out: by subtraction from the sum, or by what two break-downs of the same
 * people say together. The sum is hidden when there is nothing else to hide.
 */
export function hideSums({ parts, all }: BrokenDown): BrokenDown {
  const shown = parts.map((part) => [...part]);
  let sum = all;
  for (;;) {
    const range = rangeOfSum(shown, sum);
    const telling = shown.find((part) => tellsSum(part, sum)) ?? shown.find((part) => tellsPart(part, range));
    if (!telling) return { parts: shown, all: sum };
    const next = smallestShown(telling);
    if (next !== null) telling[next] = 'hidden';
    else if (isShown(sum)) sum = 'hidden';
    else if (telling.every((count) => count === 'hidden')) return { parts: shown, all: sum };
    // So many small ones that their number alone says how large each is.
    else telling.fill('hidden');
  }
}

/** The same for counts of people that nobody has hidden yet. */
export function showBrokenDown(parts: readonly (readonly number[])[], all: number, below: number): BrokenDown {
  return hideSums({
    parts: parts.map((part) => part.map((count) => showCount(count, below))),
    all: showCount(all, below),
  });
}

type Range = { readonly min: number; readonly max: number };

/** Finite, since infinity less infinity is no number. */
const unbounded = 1_000_000_000;

function rangeOf(count: ShownCount): Range {
  if (isShown(count)) return { min: count, max: count };
  return count === 'hidden' ? { min: 0, max: unbounded } : { min: 1, max: Number(count.slice(1)) - 1 };
}

const rangeOfAll = (counts: readonly ShownCount[]): Range =>
  counts.map(rangeOf).reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 });

/** What the sum can be, from itself and from every break-down of it. */
function rangeOfSum(parts: readonly (readonly ShownCount[])[], all: ShownCount): Range {
  return parts
    .filter((part) => part.length > 0)
    .map(rangeOfAll)
    .reduce((sum, { min, max }) => ({ min: Math.max(sum.min, min), max: Math.min(sum.max, max) }), rangeOf(all));
}

/** The sum is hidden, and these would tell it. */
const tellsSum = (parts: readonly ShownCount[], sum: ShownCount): boolean =>
  parts.length > 0 && !isShown(sum) && parts.every(isShown);

/** A hidden part has one possible value left. */
function tellsPart(parts: readonly ShownCount[], sum: Range): boolean {
  const hidden = parts.filter((part) => !isShown(part)).map(rangeOf);
  const shown = parts.reduce<number>((total, part) => total + (isShown(part) ? part : 0), 0);
  const least = hidden.reduce((total, { min }) => total + min, 0);
  const most = hidden.reduce((total, { max }) => total + max, 0);
  return hidden.some(({ min, max }) => {
    const from = Math.max(min, sum.min - shown - (most - max));
    const to = Math.min(max, sum.max - shown - (least - min));
    return from >= to;
  });
}

/** Index of the smallest count above zero; a zero hides nothing. */
function smallestShown(parts: readonly ShownCount[]): number | null {
  const counts = parts.flatMap((count, index) => (isShown(count) && count > 0 ? [{ count, index }] : []));
  return counts.toSorted((a, b) => a.count - b.count)[0]?.index ?? null;
}
