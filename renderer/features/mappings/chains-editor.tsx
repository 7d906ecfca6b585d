import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TRUST_CASES, type TrustCase } from '#shared/domain/mapping.ts';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import type { ChainForm, MappingForm } from './mapping-form-model.ts';
import { useMappingChoices } from './use-mapping-choices.ts';

type Chains = MappingForm['chains'];
type Props = { chains: Chains; onChange: (chains: Chains) => void };

/** To whom people turn in each of the standard cases, chosen in that order. */
export function ChainsEditor({ chains, onChange }: Props) {
  const { t } = useTranslation();
  const { wordOfCase } = useMappingChoices();
  const patch = (name: TrustCase, change: Partial<ChainForm>) =>
    onChange({ ...chains, [name]: { ...chains[name], ...change } });
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mappings:chain.hint')}</Text>
      {TRUST_CASES.map((name) => (
        <Stack key={name} gap={4}>
          <Text fw={600}>{wordOfCase(name)}</Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <CodesField
              list="trust_actor"
              label={t('mappings:chain.actors', { case: wordOfCase(name) })}
              name={`fields.chains.${name}.actors`}
              value={chains[name].actors}
              onChange={(actors) => patch(name, { actors })}
            />
            <LineField
              label={t('mappings:chain.ends')}
              name={`fields.chains.${name}.ends`}
              value={chains[name].ends}
              onChange={(ends) => patch(name, { ends })}
            />
          </SimpleGrid>
        </Stack>
      ))}
    </Stack>
  );
}
