import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isSettledIssue } from '#shared/domain/issue-rules.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { IssueForm } from '#renderer/components/issues/issue-form.ts';

type Props = { fields: IssueForm; patch: (change: Partial<IssueForm>) => void };

/** What became of it. The vocabulary asks for a day when it is settled and for a reason when nothing could be done. */
export function StateFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  const settled = fields.status !== null && isSettledIssue(fields.status);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <CodeField
          list="issue_status"
          label={t('issues:field.status')}
          name="fields.status"
          value={fields.status}
          onChange={(status) => patch({ status })}
          required
        />
        <DateField
          label={t('issues:field.statusOn')}
          name="fields.statusOn"
          value={fields.statusOn}
          onChange={(statusOn) => patch({ statusOn })}
          required={settled}
        />
        <CodeField
          list="police_problem_step"
          label={t('issues:field.step')}
          name="fields.step"
          value={fields.step}
          onChange={(step) => patch({ step })}
          clearable
        />
      </SimpleGrid>
      {fields.reason === null ? (
        <WithheldField label={t('issues:field.reason')} />
      ) : (
        <PassageField
          label={t('issues:field.reason')}
          name="fields.reason"
          value={fields.reason}
          onChange={(reason) => patch({ reason })}
          required={fields.status === 'closed_unresolved'}
          minRows={2}
        />
      )}
    </>
  );
}
