import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Names } from '#shared/domain/partner.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';

type Props = { names: Names; onChange: (names: Names) => void };

/** A name in each of the three languages. */
export function NamesFieldset({ names, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('reference:section.names')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
        <LineField
          label={t('reference:field.nameAr')}
          description={t('reference:field.namesHint')}
          name="fields.names.ar-IQ"
          value={names['ar-IQ']}
          onChange={(name) => onChange({ ...names, 'ar-IQ': name })}
        />
        <LineField
          label={t('reference:field.nameCkb')}
          name="fields.names.ckb-IQ"
          value={names['ckb-IQ']}
          onChange={(name) => onChange({ ...names, 'ckb-IQ': name })}
        />
        <LineField
          label={t('reference:field.nameEn')}
          name="fields.names.en"
          ltr
          value={names.en}
          onChange={(name) => onChange({ ...names, en: name })}
        />
      </SimpleGrid>
    </FormSection>
  );
}
