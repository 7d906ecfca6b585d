import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { isSearched, peersToShow, type Status } from './peer.ts';
import { PeerCard } from './peer-card.tsx';

/** Every neighbour in a card; of many, those one looks for. */
export function PeerList({ status, mayWrite }: { status: Status; mayWrite: boolean }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { shown, more } = peersToShow(status.peers, search);
  return (
    <Stack gap="lg">
      {isSearched(status.peers) && (
        <LineField label={t('exchange:peer.find')} value={search} onChange={setSearch} maxLength={100} />
      )}
      {shown.map((peer) => (
        <PeerCard key={peer.device} peer={peer} status={status} mayWrite={mayWrite} />
      ))}
      {more > 0 && <Text role="status">{t('exchange:peer.more', { count: more })}</Text>}
    </Stack>
  );
}
