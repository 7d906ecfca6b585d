import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isAssetKind, isVehicleKind } from '#shared/domain/infrastructure.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { SiteField } from '#renderer/components/fields/site-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { useSites } from '#renderer/components/use-sites.ts';
import type { AssetForm } from './asset-form-model.ts';
import { FundingFields, KindFields, StateFields } from './holding-fields.tsx';

type Props = { fields: AssetForm; patch: (change: Partial<AssetForm>) => void };

export function AssetFieldset({ fields, patch }: Props) {
  return (
    <>
      <Identity fields={fields} patch={patch} />
      <Whereabouts fields={fields} patch={patch} />
      <StateFields fields={fields} patch={patch} />
      <FundingFields fields={fields} patch={patch} />
    </>
  );
}

function Identity({ fields, patch }: Props) {
  const { t } = useTranslation();
  const hasPlate = isVehicleKind(fields.kind ?? '') || fields.plate !== '';
  return (
    <FormSection title={t('holdings:section.asset')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <KindFields
          fields={fields}
          patch={patch}
          isOffered={isAssetKind}
          nameLabel={t('holdings:field.assetName')}
          nameHint={t('holdings:field.assetNameHint')}
        />
        {hasPlate && (
          <LineField
            label={t('holdings:field.plate')}
            name="fields.plate"
            value={fields.plate}
            onChange={(plate) => patch({ plate })}
          />
        )}
        <LineField
          label={t('holdings:field.serial')}
          name="fields.serial"
          value={fields.serial}
          onChange={(serial) => patch({ serial })}
          ltr
        />
        <NumberField
          label={t('holdings:field.quantity')}
          description={t('holdings:field.quantityHint')}
          name="fields.quantity"
          value={fields.quantity}
          onChange={(quantity) => patch({ quantity })}
          min={1}
          max={100_000}
          required
        />
        <DateField
          label={t('holdings:field.acquiredOn')}
          name="fields.acquiredOn"
          value={fields.acquiredOn}
          onChange={(acquiredOn) => patch({ acquiredOn })}
        />
      </SimpleGrid>
    </FormSection>
  );
}

/** The place of a site that is chosen needs no second choice. */
function Whereabouts({ fields, patch }: Props) {
  const { t } = useTranslation();
  const { of } = useSites();
  return (
    <FormSection title={t('holdings:section.location')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <SiteField
          label={t('holdings:field.site')}
          name="fields.site"
          value={fields.site}
          onChange={(site) => patch({ site, ...(site === null ? {} : { place: of(site)?.place ?? fields.place }) })}
        />
        <PlaceField
          label={t('holdings:field.place')}
          name="fields.place"
          value={fields.place}
          onChange={(place) => patch({ place })}
          required
        />
      </SimpleGrid>
    </FormSection>
  );
}
