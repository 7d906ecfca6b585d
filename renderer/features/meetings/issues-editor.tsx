import { useTranslation } from 'react-i18next';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { IssueFields } from './issue-fields.tsx';
import type { ListedMember } from './listed-members.ts';
import { type AgendaForm, type IssueForm, newIssue } from './meeting-form-model.ts';

type Props = {
  issues: readonly IssueForm[];
  agenda: readonly AgendaForm[];
  members: readonly ListedMember[];
  forumId: string;
  onChange: (issues: readonly IssueForm[]) => void;
};

export function IssuesEditor({ issues, agenda, members, forumId, onChange }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
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
        <IssueFields
          issue={issue}
          path={`fields.issues.${index}`}
          agenda={agenda}
          members={members}
          forumId={forumId}
          patch={patch}
        />
      )}
    </RowsEditor>
  );
}
