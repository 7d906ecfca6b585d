import { Alert, SimpleGrid } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { PlaceField } from '#renderer/components/fields/place-field.tsx';
import { SafetyIssueField } from '#renderer/components/fields/safety-issue-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { IssueForm } from './issue-form.ts';
import { useIsSensitive } from './use-is-sensitive.ts';

type Props = { fields: IssueForm; patch: (change: Partial<IssueForm>) => void };

/** What happens: the code, and the pattern in words. No field of an issue asks for a name. */
export function PatternFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  const sensitive = useIsSensitive()(fields.issue);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <SafetyIssueField
          label={t('issues:field.issue')}
          name="fields.issue"
          value={fields.issue}
          onChange={(issue) => patch({ issue })}
          required
        />
        {fields.issue === 'other' && fields.other !== null && (
          <LineField
            label={t('issues:field.other')}
            name="fields.other"
            value={fields.other}
            onChange={(other) => patch({ other })}
            required
          />
        )}
      </SimpleGrid>
      {sensitive && (
        <Alert color="orange" role="status" icon={<IconShieldLock aria-hidden />}>
          {t('issues:sensitive')}
        </Alert>
      )}
      {fields.statement === null ? (
        <WithheldField label={t('issues:field.statement')} />
      ) : (
        <PassageField
          label={t('issues:field.statement')}
          description={t('issues:field.statementHint')}
          name="fields.statement"
          value={fields.statement}
          onChange={(statement) => patch({ statement })}
        />
      )}
    </>
  );
}

export function WhereFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <PlaceField
        label={t('issues:field.place')}
        name="fields.place"
        value={fields.place}
        onChange={(place) => patch({ place })}
        required
      />
      {fields.spot === null ? (
        <WithheldField label={t('issues:field.spot')} />
      ) : (
        <LineField
          label={t('issues:field.spot')}
          description={t('issues:field.spotHint')}
          name="fields.spot"
          value={fields.spot}
          onChange={(spot) => patch({ spot })}
        />
      )}
      <CodeField
        list="time_of_day"
        label={t('issues:field.time')}
        name="fields.time"
        value={fields.time}
        onChange={(time) => patch({ time })}
        required
      />
      <DateField
        label={t('issues:field.raisedOn')}
        name="fields.raisedOn"
        value={fields.raisedOn}
        onChange={(raisedOn) => patch({ raisedOn })}
        required
      />
    </SimpleGrid>
  );
}

export function PeopleFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <CodeField
        list="sex"
        label={t('issues:field.raisedBy')}
        description={t('issues:field.raisedByHint')}
        name="fields.raisedBy"
        value={fields.raisedBy}
        onChange={(raisedBy) => patch({ raisedBy })}
        clearable
      />
      <CodesField
        list="mapping_group"
        label={t('issues:field.affected')}
        name="fields.affected"
        value={fields.affected}
        onChange={(affected) => patch({ affected })}
        without={['mixed']}
      />
    </SimpleGrid>
  );
}
