import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ENTERED_FORUM_STATUS, isForumEnded } from '#shared/domain/forum-status.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PartnersField } from '#renderer/components/fields/partners-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ElectionsEditor } from './elections-editor.tsx';
import type { ForumForm } from './forum-form-model.ts';
import { MembersEditor } from './members-editor.tsx';
import { SiteFields } from './site-fields.tsx';
import { StatuteFieldset } from './statute-fieldset.tsx';

type Props = { fields: ForumForm; patch: (change: Partial<ForumForm>) => void };

export function ForumFieldset({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('forums:section.identity')}>
        <IdentityFields fields={fields} patch={patch} />
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
          <PartnersField
            label={t('forums:field.partners')}
            name="fields.partners"
            value={fields.partners}
            onChange={(partners) => patch({ partners })}
          />
        </SimpleGrid>
      </FormSection>
      <FormSection title={t('forums:section.statute')}>
        <StatuteFieldset
          statute={fields.statute}
          onChange={(change) => patch({ statute: { ...fields.statute, ...change } })}
        />
      </FormSection>
      <FormSection title={t('forums:section.members')}>
        <MembersEditor members={fields.members} onChange={(members) => patch({ members })} />
      </FormSection>
      <FormSection title={t('forums:section.elections')}>
        <ElectionsEditor
          elections={fields.elections}
          members={fields.members}
          onChange={(elections) => patch({ elections })}
          onMembers={(members) => patch({ members })}
        />
      </FormSection>
    </>
  );
}

function IdentityFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
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
      <SiteFields fields={fields} patch={patch} />
      {fields.status !== null && isForumEnded(fields.status) ? (
        <Stack gap={2}>
          <Text fw={500}>{t('forums:field.status')}</Text>
          <CodeLabel list="forum_status" code={fields.status} />
          <Text size="sm" c="dimmed">
            {t('forums:field.statusEnded')}
          </Text>
        </Stack>
      ) : (
        <CodeField
          list="forum_status"
          label={t('forums:field.status')}
          description={t('forums:field.statusHint')}
          name="fields.status"
          value={fields.status}
          onChange={(status) => patch({ status })}
          only={({ code }) => (ENTERED_FORUM_STATUS as readonly string[]).includes(code)}
          required
        />
      )}
    </SimpleGrid>
  );
}
