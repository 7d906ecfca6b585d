/**
 * Brings a newer version of a record under what a person has typed: a field the person changed stays as typed, every
 * other field takes the newer value. Lists of elements with an `id` are merged element by element, field by field.
 */
export function mergeEdits<F extends object>(base: F, mine: F, latest: F): F {
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys({ ...latest, ...mine })) {
    merged[key] = mergeValue(fieldOf(base, key), fieldOf(mine, key), fieldOf(latest, key));
  }
  return merged as F;
}

type Element = { readonly id: string };

function mergeValue(base: unknown, mine: unknown, latest: unknown): unknown {
  if (isSame(base, mine)) return latest;
  if (isElementList(base) && isElementList(mine) && isElementList(latest)) return mergeElements(base, mine, latest);
  return mine;
}

/** In the order of the person's list; what others added comes last, what either side removed is gone. */
function mergeElements(base: readonly Element[], mine: readonly Element[], latest: readonly Element[]): Element[] {
  const kept = mine.flatMap((element) => {
    const before = find(base, element.id);
    const newer = find(latest, element.id);
    if (before && newer) return [mergeEdits(before, element, newer)];
    const removedByOthers = before !== undefined && newer === undefined && isSame(before, element);
    return removedByOthers ? [] : [element];
  });
  const added = latest.filter(({ id }) => !find(base, id) && !find(mine, id));
  return [...kept, ...added];
}

const find = (list: readonly Element[], id: string): Element | undefined => list.find((element) => element.id === id);

const fieldOf = (from: object, key: string): unknown => (from as Record<string, unknown>)[key];

const isElementList = (value: unknown): value is readonly Element[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'id' in item);

/** Forms hold plain JSON made by one function, so that equal values have equal texts. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
