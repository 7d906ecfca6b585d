import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mappings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { useMappingChoices } from './use-mapping-choices.ts';

type Chain = MappingView['map']['chains'][number];

/** For each case to whom people turn, in order, and where it ends. */
export function ChainsList({ chains }: { chains: readonly Chain[] }) {
  const { t } = useTranslation();
  const { wordOfCase } = useMappingChoices();
  if (chains.length === 0) return <Text c="dimmed">{t('mappings:chain.none')}</Text>;
  return (
    <Stack gap="sm">
      {chains.map((chain) => (
        // No two of them say the same.
        <div key={JSON.stringify(chain)}>
          <Text fw={600}>{wordOfCase(chain.case)}</Text>
          <List type="ordered" withPadding>
            {chain.actors.map((actor) => (
              <List.Item key={actor}>
                <CodeLabel list="trust_actor" code={actor} />
              </List.Item>
            ))}
          </List>
          {chain.ends !== '' && <Text>{t('mappings:chain.endsAt', { ends: chain.ends })}</Text>}
        </div>
      ))}
    </Stack>
  );
}
