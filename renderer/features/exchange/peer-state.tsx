import { Badge } from '@mantine/core';
import { IconCheck, IconHourglass, IconMinus, IconPencil, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Peer } from './peer.ts';

type State = 'confirmed' | 'on-the-way' | 'to-write' | 'nothing';

/** Only the other side's word makes anything confirmed. */
export function stateOf({ waiting, unsent, acked, attachments }: Peer): State {
  if (unsent > 0) return 'to-write';
  if (waiting > 0 || attachments.waiting > 0) return 'on-the-way';
  return acked > 0 ? 'confirmed' : 'nothing';
}

const icons: Readonly<Record<State, TablerIcon>> = {
  confirmed: IconCheck,
  'on-the-way': IconHourglass,
  'to-write': IconPencil,
  nothing: IconMinus,
};

/** In a word and a sign: the colour says nothing by itself. */
export function PeerStateMark({ peer }: { peer: Peer }) {
  const { t } = useTranslation();
  const state = stateOf(peer);
  const Icon = icons[state];
  const words: Readonly<Record<State, string>> = {
    confirmed: t('exchange:peer.state.confirmed'),
    'on-the-way': t('exchange:peer.state.onTheWay'),
    'to-write': t('exchange:peer.state.toWrite'),
    nothing: t('exchange:peer.state.nothing'),
  };
  return (
    <Badge
      size="lg"
      variant="default"
      c={state === 'confirmed' ? 'river.8' : undefined}
      leftSection={<Icon size={18} aria-hidden />}
    >
      {words[state]}
    </Badge>
  );
}
