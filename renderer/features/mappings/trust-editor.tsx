import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { actorsLeft, newTrust, type TrustForm } from './mapping-form-model.ts';
import { useMappingChoices } from './use-mapping-choices.ts';

type Props = { trust: readonly TrustForm[]; onChange: (trust: readonly TrustForm[]) => void };

/** What the group agreed on, one line an actor. */
export function TrustEditor({ trust, onChange }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('trust_actor');
  const unnamed = actorsLeft(trust);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mappings:trust.hint')}</Text>
      <RowsEditor
        rows={trust}
        onChange={onChange}
        path="fields.trust"
        nameOf={({ actor }, index) =>
          (actor === null ? null : labelOf(actor)) ?? t('mappings:trust.row', { number: index + 1 })
        }
        addLabel={t('mappings:trust.add')}
        makeRow={() => newTrust()}
        removeLabel={(name) => t('mappings:remove', { name })}
        emptyText={t('mappings:trust.none')}
      >
        {(line, index, patch) => (
          <TrustFields line={line} path={`fields.trust.${index}`} unnamed={unnamed} patch={patch} />
        )}
      </RowsEditor>
      {unnamed.length > 0 && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconListDetails size={20} aria-hidden />}
            onClick={() => onChange([...trust, ...unnamed.map((actor) => newTrust(actor))])}
          >
            {t('mappings:trust.addAll')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type LineProps = {
  line: TrustForm;
  path: string;
  unnamed: readonly string[];
  patch: (change: Partial<TrustForm>) => void;
};

function TrustFields({ line, path, unnamed, patch }: LineProps) {
  const { t } = useTranslation();
  const { effects, yesNoUnknown } = useMappingChoices();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} verticalSpacing="xs">
      <CodeField
        list="trust_actor"
        label={t('mappings:trust.actor')}
        name={`${path}.actor`}
        value={line.actor}
        onChange={(actor) => patch({ actor })}
        only={({ code }) => code === line.actor || unnamed.includes(code)}
        required
      />
      <CodeField
        list="perception_scale"
        label={t('mappings:trust.turnTo')}
        name={`${path}.turnTo`}
        value={line.turnTo}
        onChange={(turnTo) => patch({ turnTo })}
        required
      />
      <CodeField
        list="perception_scale"
        label={t('mappings:trust.influence')}
        name={`${path}.influence`}
        value={line.influence}
        onChange={(influence) => patch({ influence })}
        required
      />
      <ChoiceField
        label={t('mappings:trust.effect')}
        name={`${path}.effect`}
        choices={effects}
        value={line.effect}
        onChange={(effect) => patch({ effect })}
        required
      />
      <ChoiceField
        label={t('mappings:trust.reachable')}
        name={`${path}.reachable`}
        choices={yesNoUnknown}
        value={line.reachable}
        onChange={(reachable) => patch({ reachable })}
        required
      />
    </SimpleGrid>
  );
}
