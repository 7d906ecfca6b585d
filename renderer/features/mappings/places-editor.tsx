import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newPlace, type PlaceForm } from './mapping-form-model.ts';

type Props = { places: readonly PlaceForm[]; onChange: (places: readonly PlaceForm[]) => void };

export function PlacesEditor({ places, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('mappings:place.hint')}</Text>
      <RowsEditor
        rows={places}
        onChange={onChange}
        path="fields.places"
        nameOf={({ name }, index) => name.trim() || t('mappings:place.row', { number: index + 1 })}
        addLabel={t('mappings:place.add')}
        makeRow={newPlace}
        removeLabel={(name) => t('mappings:remove', { name })}
        emptyText={t('mappings:place.none')}
      >
        {(place, index, patch) => <PlaceFields place={place} path={`fields.places.${index}`} patch={patch} />}
      </RowsEditor>
    </Stack>
  );
}

type LineProps = { place: PlaceForm; path: string; patch: (change: Partial<PlaceForm>) => void };

function PlaceFields({ place, path, patch }: LineProps) {
  const { t } = useTranslation();
  const forSome = place.day === 'unsafe_some' || place.night === 'unsafe_some';
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
        <LineField
          label={t('mappings:place.name')}
          name={`${path}.name`}
          value={place.name}
          onChange={(name) => patch({ name })}
          required
        />
        <CodeField
          list="place_safety"
          label={t('mappings:place.day')}
          name={`${path}.day`}
          value={place.day}
          onChange={(day) => patch({ day })}
          required
        />
        <CodeField
          list="place_safety"
          label={t('mappings:place.night')}
          name={`${path}.night`}
          value={place.night}
          onChange={(night) => patch({ night })}
          required
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <LineField
          label={t('mappings:place.forWhom')}
          name={`${path}.forWhom`}
          value={place.forWhom}
          onChange={(forWhom) => patch({ forWhom })}
          required={forSome}
        />
        <LineField
          label={t('mappings:place.why')}
          name={`${path}.why`}
          value={place.why}
          onChange={(why) => patch({ why })}
        />
      </SimpleGrid>
    </Stack>
  );
}
