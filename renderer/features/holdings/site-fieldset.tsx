import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSiteKind } from '#shared/domain/infrastructure.ts';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { PositionField } from '#renderer/components/fields/position-field.tsx';
import { SiteField } from '#renderer/components/fields/site-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { FundingFields, KindFields, StateFields } from './holding-fields.tsx';
import { hasOfficeFields, type SiteForm } from './site-form-model.ts';

type Props = {
  fields: SiteForm;
  patch: (change: Partial<SiteForm>) => void;
  /** The record itself, which is no part of itself. */
  self: string | null;
};

export function SiteFieldset({ fields, patch, self }: Props) {
  return (
    <>
      <Identity fields={fields} patch={patch} self={self} />
      {hasOfficeFields(fields) && <Staff fields={fields} patch={patch} />}
      <StateFields fields={fields} patch={patch} />
      <Works fields={fields} patch={patch} />
      <FundingFields fields={fields} patch={patch} />
    </>
  );
}

function Identity({ fields, patch, self }: Props) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('holdings:section.site')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <KindFields fields={fields} patch={patch} isOffered={isSiteKind} nameLabel={t('holdings:field.siteName')} />
        <PlaceField
          label={t('holdings:field.place')}
          name="fields.place"
          value={fields.place}
          onChange={(place) => patch({ place })}
          required
        />
        <PositionField
          label={t('holdings:field.position')}
          name="fields.position"
          value={fields.position}
          onChange={(position) => patch({ position })}
        />
        <LineField
          label={t('holdings:field.station')}
          description={t('holdings:field.stationHint')}
          name="fields.station"
          value={fields.station}
          onChange={(station) => patch({ station })}
        />
        <SiteField
          label={t('holdings:field.partOf')}
          description={t('holdings:field.partOfHint')}
          name="fields.partOf"
          value={fields.partOf}
          onChange={(partOf) => patch({ partOf })}
          only={({ id }) => id !== self}
        />
      </SimpleGrid>
    </FormSection>
  );
}

type PartProps = Omit<Props, 'self'>;

function Staff({ fields, patch }: PartProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('holdings:section.office')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <NumberField
          label={t('holdings:field.women')}
          name="fields.women"
          value={fields.women}
          onChange={(women) => patch({ women })}
          max={10_000}
        />
        <NumberField
          label={t('holdings:field.men')}
          name="fields.men"
          value={fields.men}
          onChange={(men) => patch({ men })}
          max={10_000}
        />
      </SimpleGrid>
      <CodesField
        list="office_access_feature"
        label={t('holdings:field.features')}
        name="fields.features"
        value={fields.features}
        onChange={(features) => patch({ features })}
      />
    </FormSection>
  );
}

function Works({ fields, patch }: PartProps) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('holdings:section.works')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <DateField
          label={t('holdings:field.startedOn')}
          name="fields.startedOn"
          value={fields.startedOn}
          onChange={(startedOn) => patch({ startedOn })}
        />
        <DateField
          label={t('holdings:field.finishedOn')}
          name="fields.finishedOn"
          value={fields.finishedOn}
          onChange={(finishedOn) => patch({ finishedOn })}
        />
      </SimpleGrid>
    </FormSection>
  );
}
