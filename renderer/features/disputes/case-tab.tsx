import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { MediatorsPanel } from './mediators-panel.tsx';
import { ConsentsTable, PartiesTable } from './parties-table.tsx';
import { SharingPanel } from './sharing-panel.tsx';
import { StepsLog } from './steps-log.tsx';

/** What the first visit told, and what was done since. */
export function CaseTab({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('disputes:section.intake')} conflict={inConflict(view, 'intake', 'types', 'place')}>
        <IntakeFacts view={view} />
      </FormSection>
      <FormSection
        title={t('disputes:section.parties')}
        conflict={inConflict(view, 'party', 'partyName', 'protection')}
      >
        <PartiesTable parties={view.parties} localFlags={view.localFlags} />
      </FormSection>
      <FormSection title={t('disputes:section.property')} conflict={inConflict(view, 'property', 'propertyPlace')}>
        <PropertiesFacts properties={view.properties} />
      </FormSection>
      <FormSection title={t('disputes:section.narrative')} conflict={inConflict(view, 'narrative')}>
        {view.narrative === '' ? (
          <Text c="dimmed">{t('disputes:page.noNarrative')}</Text>
        ) : (
          <Text className="passage">
            <PersonText value={view.narrative} />
          </Text>
        )}
      </FormSection>
      <StepsLog view={view} />
      <FormSection title={t('disputes:section.consents')} conflict={inConflict(view, 'consent')}>
        <ConsentsTable consents={view.consents} />
      </FormSection>
      <AttachmentsPanel record={view} />
      <MediatorsPanel view={view} />
      <SharingPanel view={view} />
    </>
  );
}

function IntakeFacts({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { label: t('disputes:field.intakeDate'), value: <DateText value={view.intakeDate} /> },
        { label: t('disputes:field.channel'), value: <CodeLabel list="intake_channel" code={view.channel} /> },
        { label: t('disputes:field.district'), value: <PlaceLabel code={view.district} /> },
        { label: t('disputes:field.mainType'), value: <CodeLabel list="dispute_type" code={view.mainType} /> },
        {
          label: t('disputes:field.otherTypes'),
          value:
            view.otherTypes.length === 0
              ? null
              : view.otherTypes.map((code) => (
                  <Text key={code}>
                    <CodeLabel list="dispute_type" code={code} />
                  </Text>
                )),
        },
      ]}
    />
  );
}

function PropertiesFacts({ properties }: { properties: DisputeView['properties'] }) {
  const { t } = useTranslation();
  if (properties.length === 0) return <Text c="dimmed">{t('disputes:page.noProperty')}</Text>;
  return properties.map(({ id, type, condition, place, description }) => (
    <Stack key={id} gap="xs">
      <Facts
        facts={[
          { label: t('disputes:field.propertyType'), value: type && <CodeLabel list="property_type" code={type} /> },
          {
            label: t('disputes:field.propertyCondition'),
            value: condition && <CodeLabel list="property_condition" code={condition} />,
          },
          { label: t('disputes:field.propertyPlace'), value: place && <PlaceLabel code={place} /> },
        ]}
      />
      <Text className="passage">
        <PersonText value={description} />
      </Text>
    </Stack>
  ));
}
