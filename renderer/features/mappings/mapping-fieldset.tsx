import { Alert, Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mappingOddities } from '#shared/domain/mapping-faults.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { useField } from '#renderer/components/fields/field-context.tsx';
import { ForumField } from '#renderer/components/fields/forum-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ChainsEditor } from './chains-editor.tsx';
import type { MappingForm } from './mapping-form-model.ts';
import { PeopleEditor } from './people-editor.tsx';
import { PlacesEditor } from './places-editor.tsx';
import { SheetsEditor } from './sheets-editor.tsx';
import { TrustEditor } from './trust-editor.tsx';

type Props = { fields: MappingForm; patch: (change: Partial<MappingForm>) => void };

/** In the order of a session: who came, what each answered, then what the group drew together. */
export function MappingFieldset({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Alert color="blue" icon={<IconShieldLock aria-hidden />}>
        {t('mappings:noNames')}
      </Alert>
      <FormSection title={t('mappings:section.session')}>
        <SessionFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('mappings:section.people')}>
        <PeopleEditor
          group={fields.group}
          people={fields.participants}
          onChange={(participants) => patch({ participants })}
        />
        <ReasonField fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('mappings:section.sheets')}>
        <SheetsEditor group={fields.group} sheets={fields.sheets} onChange={(sheets) => patch({ sheets })} />
      </FormSection>
      <FormSection title={t('mappings:section.trust')}>
        <TrustEditor trust={fields.trust} onChange={(trust) => patch({ trust })} />
      </FormSection>
      <FormSection title={t('mappings:section.places')}>
        <PlacesEditor places={fields.places} onChange={(places) => patch({ places })} />
      </FormSection>
      <FormSection title={t('mappings:section.chains')}>
        <ChainsEditor chains={fields.chains} onChange={(chains) => patch({ chains })} />
      </FormSection>
    </>
  );
}

function SessionFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <PlaceField
          label={t('mappings:field.place')}
          name="fields.place"
          value={fields.place}
          onChange={(place) => patch({ place })}
          required
        />
        <ForumField
          label={t('mappings:field.forum')}
          name="fields.forumId"
          value={fields.forumId}
          onChange={(forumId, place) =>
            patch({ forumId, ...(fields.place === null && place !== null ? { place } : {}) })
          }
        />
        <DateField
          label={t('mappings:field.date')}
          name="fields.date"
          value={fields.date}
          onChange={(date) => patch({ date })}
          required
        />
        <CodeField
          list="mapping_group"
          label={t('mappings:field.group')}
          name="fields.group"
          value={fields.group}
          onChange={(group) => patch({ group })}
          required
        />
        <NumberField
          label={t('mappings:field.round')}
          description={t('mappings:field.roundHint')}
          name="fields.round"
          value={fields.round}
          onChange={(round) => patch({ round })}
          min={1}
          max={99}
          required
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <NumberField
          label={t('mappings:field.facilitators')}
          name="fields.facilitators"
          value={fields.facilitators}
          onChange={(facilitators) => patch({ facilitators })}
          min={1}
          max={20}
          required
        />
        <NumberField
          label={t('mappings:field.womenFacilitators')}
          name="fields.womenFacilitators"
          value={fields.womenFacilitators}
          onChange={(womenFacilitators) => patch({ womenFacilitators })}
          max={20}
          required
        />
      </SimpleGrid>
      {(fields.group === 'girls_adolescent' || fields.guardianConsent) && (
        <GuardianField checked={fields.guardianConsent} onChange={(guardianConsent) => patch({ guardianConsent })} />
      )}
    </Stack>
  );
}

function GuardianField({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  const { t } = useTranslation();
  const label = t('mappings:field.guardianConsent');
  const { error, edited, attributes } = useField({ label, name: 'fields.guardianConsent' });
  return (
    <Checkbox
      label={label}
      checked={checked}
      error={error}
      {...attributes}
      onChange={(event) => {
        edited();
        onChange(event.currentTarget.checked);
      }}
    />
  );
}

/** Stands there when something unusual was entered, or a reason was given before: it asks why, and keeps the answer. */
function ReasonField({ fields, patch }: Props) {
  const { t } = useTranslation();
  const odd = mappingOddities(fields);
  if (odd.length === 0 && fields.reason === '') return null;
  const words = {
    'men-among-women': t('mappings:odd.menAmongWomen'),
    'women-among-men': t('mappings:odd.womenAmongMen'),
    'no-woman-facilitator': t('mappings:odd.noWoman'),
    'age-outside-group': t('mappings:odd.age'),
  };
  return (
    <Stack gap={4}>
      <div role="status">
        {odd.map((oddity) => (
          <Text key={oddity}>{words[oddity]}</Text>
        ))}
      </div>
      <PassageField
        label={t('common:label.reason')}
        description={t('mappings:odd.hint')}
        name="fields.reason"
        value={fields.reason}
        onChange={(reason) => patch({ reason })}
        maxLength={2000}
        required={odd.length > 0}
      />
    </Stack>
  );
}
