/** @file The shipped code lists and places, read once. */
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Ports } from '#core/ports.ts';

type CodeLists = OutputOf<'reference.lists'>;
type Places = OutputOf<'reference.places'>;

const lists = new WeakMap<Ports, CodeLists>();
const places = new WeakMap<Ports, Places>();

export function codeLists(ports: Ports): CodeLists {
  let found = lists.get(ports);
  if (!found) {
    const source = ports.readResource('code-lists.json') as readonly (CodeLists[number] & Record<string, unknown>)[];
    found = source.map(({ key, entries }) => ({
      key,
      entries: entries.map(({ code, labels, attributes }) => ({ code, labels, attributes })),
    }));
    lists.set(ports, found);
  }
  return found;
}

export function placeList(ports: Ports): Places {
  let found = places.get(ports);
  if (!found) {
    found = ports.readResource('places.json') as Places;
    places.set(ports, found);
  }
  return found;
}

/** Codes of issues whose statements stay at the office. */
export function isSensitiveIssue(ports: Ports): (issue: string) => boolean {
  const entries = codeLists(ports).find(({ key }) => key === 'safety_issue')?.entries ?? [];
  const sensitive = new Set(entries.filter(({ attributes }) => attributes.sensitive === 'yes').map(({ code }) => code));
  return (issue) => sensitive.has(issue);
}
