import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NetworkActor } from '#shared/contract/mappings.ts';
import { actorNumber } from '#shared/domain/mapping-network.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useMappingChoices } from './use-mapping-choices.ts';

/** The same as the picture, in words. */
export function NetworkTable({ network, label }: { network: readonly NetworkActor[]; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { wordOfAnswer, wordOfEffect } = useMappingChoices();
  if (network.length === 0) return <Text c="dimmed">{t('mappings:trust.none')}</Text>;
  const points = (tenths: number | null) => (tenths === null ? '–' : format.number(tenths / 10));
  const columns: readonly TableColumn<NetworkActor>[] = [
    {
      key: 'actor',
      header: t('mappings:trust.actor'),
      cell: ({ actor }) => (
        <>
          {format.number(actorNumber(actor))}. <CodeLabel list="trust_actor" code={actor} />
        </>
      ),
    },
    { key: 'turnTo', header: t('mappings:trust.turnTo'), cell: ({ turnTo }) => points(turnTo) },
    { key: 'influence', header: t('mappings:trust.influence'), cell: ({ influence }) => points(influence) },
    { key: 'effect', header: t('mappings:trust.effect'), cell: ({ effect }) => wordOfEffect(effect) },
    { key: 'reachable', header: t('mappings:trust.reachable'), cell: ({ reachable }) => wordOfAnswer(reachable) },
  ];
  return <SimpleTable label={label} columns={columns} rows={network} rowKey={({ actor }) => actor} />;
}
