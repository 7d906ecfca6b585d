import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import type { ForumForm } from './forum-form-model.ts';
import { MembersEditor } from './members-editor.tsx';

type Props = { fields: ForumForm; patch: (change: Partial<ForumForm>) => void };

export function ForumFieldset({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('forums:section.identity')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <LineField
            label={t('forums:field.name')}
            name="fields.name"
            value={fields.name}
            onChange={(name) => patch({ name })}
            required
          />
          <PlaceField
            label={t('forums:field.place')}
            name="fields.place"
            value={fields.place}
            onChange={(place) => patch({ place })}
            required
          />
          <LineField
            label={t('forums:field.servingOffice')}
            description={t('forums:field.servingOfficeHint')}
            name="fields.servingOffice"
            value={fields.servingOffice}
            onChange={(servingOffice) => patch({ servingOffice })}
          />
          <CodeField
            list="forum_status"
            label={t('forums:field.status')}
            name="fields.status"
            value={fields.status}
            onChange={(status) => patch({ status })}
            required
          />
        </SimpleGrid>
      </FormSection>
      <FormSection title={t('forums:section.founding')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <DateField
            label={t('forums:field.foundedOn')}
            name="fields.foundedOn"
            value={fields.foundedOn}
            onChange={(foundedOn) => patch({ foundedOn })}
          />
          <LineField
            label={t('forums:field.establishedBy')}
            name="fields.establishedBy"
            value={fields.establishedBy}
            onChange={(establishedBy) => patch({ establishedBy })}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection title={t('forums:section.members')}>
        <MembersEditor members={fields.members} onChange={(members) => patch({ members })} />
      </FormSection>
    </>
  );
}
