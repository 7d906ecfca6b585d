import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newProperty, type PropertyForm } from './dispute-form-model.ts';

type Props = { properties: readonly PropertyForm[]; onChange: (properties: readonly PropertyForm[]) => void };

/** What the case is about, as far as the first visit tells. */
export function PropertiesEditor({ properties, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={properties}
      onChange={onChange}
      path="fields.properties"
      nameOf={(_, index) => t('disputes:property.row', { number: index + 1 })}
      addLabel={t('disputes:property.add')}
      makeRow={newProperty}
      removeLabel={(name) => t('disputes:remove', { name })}
      emptyText={t('disputes:property.none')}
    >
      {(property, index, patch) => (
        <PropertyFields property={property} path={`fields.properties.${index}`} patch={patch} />
      )}
    </RowsEditor>
  );
}

type FieldsProps = { property: PropertyForm; path: string; patch: (change: Partial<PropertyForm>) => void };

function PropertyFields({ property, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} verticalSpacing="xs">
        <CodeField
          list="property_type"
          label={t('disputes:field.propertyType')}
          name={`${path}.type`}
          value={property.type}
          onChange={(type) => patch({ type })}
          clearable
        />
        <CodeField
          list="property_condition"
          label={t('disputes:field.propertyCondition')}
          name={`${path}.condition`}
          value={property.condition}
          onChange={(condition) => patch({ condition })}
          clearable
        />
        {property.description !== null && (
          <PlaceField
            label={t('disputes:field.propertyPlace')}
            name={`${path}.place`}
            value={property.place}
            onChange={(place) => patch({ place })}
            clearable
          />
        )}
      </SimpleGrid>
      {property.description === null ? (
        <WithheldField label={t('disputes:field.propertyDescription')} />
      ) : (
        <PassageField
          label={t('disputes:field.propertyDescription')}
          description={t('disputes:field.propertyHint')}
          name={`${path}.description`}
          value={property.description}
          onChange={(description) => patch({ description })}
        />
      )}
    </Stack>
  );
}
