/** @file What the shipped list says of a safety issue's code. */
import { codeLists } from '#core/features/reference/code-lists.ts';
import type { Ports } from '#core/ports.ts';
import { fold } from '#shared/text/fold.ts';

type CodeFacts = { readonly group: string; readonly sensitive: boolean };

/** Nothing is known of a code that a newer program wrote. */
export function factsOfIssue(ports: Ports): (code: string) => CodeFacts {
  const byCode = new Map(issueEntries(ports).map(({ code, attributes }) => [code, attributes]));
  return (code) => {
    const attributes = byCode.get(code);
    return { group: attributes?.group ?? '', sensitive: attributes?.sensitive === 'yes' };
  };
}

/** Codes of matters that stay with the office: what is said of them may point at a person. */
export const sensitiveCodes = (ports: Ports): readonly string[] =>
  issueEntries(ports)
    .filter(({ attributes }) => attributes.sensitive === 'yes')
    .map(({ code }) => code);

export const codesInGroup = (ports: Ports, group: string): readonly string[] =>
  issueEntries(ports)
    .filter(({ attributes }) => attributes.group === group)
    .map(({ code }) => code);

/** Codes whose words in any language hold every typed word: an issue is looked for by what its code says. */
export function codesSaying(ports: Ports, typed: string): readonly string[] {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  return issueEntries(ports)
    .filter(({ labels }) => {
      const text = fold(Object.values(labels).join(' '));
      return words.every((word) => text.includes(word));
    })
    .map(({ code }) => code);
}

const issueEntries = (ports: Ports) => codeLists(ports).find(({ key }) => key === 'safety_issue')?.entries ?? [];
