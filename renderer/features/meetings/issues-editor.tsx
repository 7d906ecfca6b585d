import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SafetyIssueField } from '#renderer/components/fields/safety-issue-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { AgendaItemField } from './agenda-item-field.tsx';
import { type AgendaForm, type IssueForm, newIssue } from './meeting-form-model.ts';

type Props = {
  issues: readonly IssueForm[];
  agenda: readonly AgendaForm[];
  onChange: (issues: readonly IssueForm[]) => void;
};

export function IssuesEditor({ issues, agenda, onChange }: Props) {
  const { t } = useTranslation();
  const { entries, labelOf } = useCodeList('safety_issue');
  const isSensitive = (issue: string | null) =>
    entries.find(({ code }) => code === issue)?.attributes.sensitive === 'yes';
  return (
    <RowsEditor
      rows={issues}
      onChange={onChange}
      path="fields.issues"
      nameOf={({ issue }, index) =>
        (issue === null ? null : labelOf(issue)) ?? t('meetings:issue.row', { number: index + 1 })
      }
      addLabel={t('meetings:issue.add')}
      makeRow={newIssue}
      removeLabel={(name) => t('meetings:remove', { name })}
      emptyText={t('meetings:issue.none')}
    >
      {(issue, index, patch) => (
        <Stack gap="xs">
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <SafetyIssueField
              label={t('meetings:issue.issue')}
              name={`fields.issues.${index}.issue`}
              value={issue.issue}
              onChange={(chosen) => patch({ issue: chosen })}
              required
            />
            <AgendaItemField
              name={`fields.issues.${index}.agendaItem`}
              agenda={agenda}
              value={issue.agendaItem}
              onChange={(agendaItem) => patch({ agendaItem })}
            />
          </SimpleGrid>
          {isSensitive(issue.issue) && (
            <Alert color="orange" role="status" icon={<IconShieldLock aria-hidden />}>
              {t('meetings:issue.sensitive')}
            </Alert>
          )}
          {issue.statement === null ? (
            <WithheldField label={t('meetings:issue.statement')} />
          ) : (
            <PassageField
              label={t('meetings:issue.statement')}
              name={`fields.issues.${index}.statement`}
              value={issue.statement}
              onChange={(statement) => patch({ statement })}
            />
          )}
        </Stack>
      )}
    </RowsEditor>
  );
}
