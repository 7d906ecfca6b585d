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
  /** Null where nothing is exchanged with it. */
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
  // An office that was moved stays a peer for a while.
  for (const { node, name, kind, relation } of status.value?.peers ?? []) {
    const under = relation === 'below' ? (self?.name ?? null) : null;
    nodes.set(node, { node, name, kind: kindOf(kind), under });
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

/** Devices that are blocked, as the exchange names them: hexadecimal. Nobody but the directorate may ask. */
export function useBlockedDevices(mayAsk: boolean): ReadonlySet<string> {
  const computers = useCall('devices.list', {}, { enabled: mayAsk });
  return new Set((computers.value ?? []).filter(({ revoked }) => revoked).map(({ device }) => base64UrlToHex(device)));
}

function base64UrlToHex(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return [...bytes].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
