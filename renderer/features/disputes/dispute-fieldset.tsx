import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ConsentsEditor } from './consents-editor.tsx';
import type { DisputeForm } from './dispute-form-model.ts';
import { PartiesEditor } from './parties-editor.tsx';
import { PropertiesEditor } from './properties-editor.tsx';

type Props = { fields: DisputeForm; patch: (change: Partial<DisputeForm>) => void };

export function DisputeFieldset({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('disputes:section.intake')}>
        <IntakeFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('disputes:section.parties')}>
        <PartiesEditor parties={fields.parties} mine={fields.mine} onChange={(parties) => patch({ parties })} />
      </FormSection>
      <FormSection title={t('disputes:section.property')}>
        <PropertiesEditor properties={fields.properties} onChange={(properties) => patch({ properties })} />
      </FormSection>
      <FormSection title={t('disputes:section.narrative')}>
        {fields.narrative === null ? (
          <WithheldField label={t('disputes:field.narrative')} />
        ) : (
          <PassageField
            label={t('disputes:field.narrative')}
            description={t('disputes:field.narrativeHint')}
            name="fields.narrative"
            value={fields.narrative}
            onChange={(narrative) => patch({ narrative })}
            minRows={6}
          />
        )}
      </FormSection>
      <FormSection title={t('disputes:section.consents')}>
        <ConsentsEditor consents={fields.consents} onChange={(consents) => patch({ consents })} />
      </FormSection>
    </>
  );
}

/** Finer places stay at the office: they belong into the description of the property. */
const isDistrictOrLarger = ({ level }: { level: number }): boolean => level === 1 || level === 2;

function IntakeFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <DateField
        label={t('disputes:field.intakeDate')}
        name="fields.intakeDate"
        value={fields.intakeDate}
        onChange={(intakeDate) => patch({ intakeDate })}
        required
      />
      <CodeField
        list="intake_channel"
        label={t('disputes:field.channel')}
        name="fields.channel"
        value={fields.channel}
        onChange={(channel) => patch({ channel })}
        required
      />
      <CodeField
        list="dispute_type"
        label={t('disputes:field.mainType')}
        name="fields.mainType"
        value={fields.mainType}
        onChange={(mainType) => patch({ mainType })}
        required
      />
      <CodesField
        list="dispute_type"
        label={t('disputes:field.otherTypes')}
        name="fields.otherTypes"
        value={fields.otherTypes}
        onChange={(otherTypes) => patch({ otherTypes })}
        without={fields.mainType === null ? [] : [fields.mainType]}
      />
      <PlaceField
        label={t('disputes:field.district')}
        name="fields.district"
        value={fields.district}
        onChange={(district) => patch({ district })}
        only={isDistrictOrLarger}
        required
      />
    </SimpleGrid>
  );
}
