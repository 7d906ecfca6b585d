import type { OutputOf } from '#shared/contract/contract.ts';
import type { NodeKind } from '#shared/domain/node-kinds.ts';
import { sortByText } from '#shared/text/sort.ts';
import { useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import type { Choice } from '#renderer/components/fields/choice-field.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

export type Computer = OutputOf<'devices.list'>[number];

export type KnownNode = {
  readonly node: string;
  readonly name: string;
  /** Null where all computers of it are blocked. */
  readonly kind: NodeKind | null;
  /** Name of what it exchanges with; null where that is not known. */
  readonly under: string | null;
};

/** Nodes below the directorate that have a computer, blocked ones too, each once and by name. */
export function useKnownNodes(computers: readonly Computer[]): readonly KnownNode[] {
  const { node: self } = useSession();
  const { language } = useScreenLanguage();
  const status = useCall('exchange.status', {});
  const nodes = new Map<string, KnownNode>();
  for (const { node, nodeName, own } of computers) {
    if (!own) nodes.set(node, { node, name: nodeName, kind: null, under: null });
  }
  for (const { node, name, kind } of status.value?.peers ?? []) {
    nodes.set(node, { node, name, kind: kindOf(kind), under: self?.name ?? null });
  }
  for (const { node, name, kind, via } of status.value?.beyond ?? []) {
    nodes.set(node, { node, name, kind: kindOf(kind), under: via });
  }
  return sortByText([...nodes.values()], ({ name }) => name, language);
}

const kindOf = (kind: string): NodeKind => (kind === 'department' || kind === 'directorate' ? kind : 'office');

/** Departments that an office may stand under. */
export function useDepartments(): readonly Choice[] {
  const status = useCall('exchange.status', {});
  return (status.value?.peers ?? [])
    .filter(({ kind }) => kind === 'department')
    .map(({ node, name }) => ({ value: node, label: name }));
}
