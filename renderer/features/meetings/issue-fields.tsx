import { Alert, Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PublicPassageField } from '#renderer/components/fields/public-passage-field.tsx';
import { SafetyIssueField } from '#renderer/components/fields/safety-issue-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { IssuePicker } from '#renderer/components/issues/issue-picker.tsx';
import { useIsSensitive } from '#renderer/components/issues/use-is-sensitive.ts';
import { AgendaItemField } from './agenda-item-field.tsx';
import type { ListedMember } from './listed-members.ts';
import type { AgendaForm, IssueForm } from './meeting-form-model.ts';
import { useMemberChoices } from './use-member-choices.ts';

type Props = {
  issue: IssueForm;
  path: string;
  agenda: readonly AgendaForm[];
  members: readonly ListedMember[];
  forumId: string;
  patch: (change: Partial<IssueForm>) => void;
};

/** A pattern with its place and time, never a person's case. Under a sensitive code nobody is named. */
export function IssueFields({ issue, path, agenda, members, forumId, patch }: Props) {
  const { t } = useTranslation();
  const isSensitive = useIsSensitive()(issue.issue);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <SafetyIssueField
          label={t('meetings:issue.issue')}
          name={`${path}.issue`}
          value={issue.issue}
          onChange={(chosen) => patch({ issue: chosen })}
          required
        />
        <AgendaItemField
          name={`${path}.agendaItem`}
          agenda={agenda}
          value={issue.agendaItem}
          onChange={(agendaItem) => patch({ agendaItem })}
        />
      </SimpleGrid>
      <IssuePicker
        forumId={forumId}
        name={`${path}.record`}
        value={issue.record}
        known={{ issue: issue.issue, raisedOn: null, place: null }}
        // What stands in the register was heard before, and has its code.
        onChange={(record, code) =>
          patch({ record, ...(code === null ? {} : { issue: code }), ...(record === null ? {} : { repeated: true }) })
        }
      />
      {isSensitive && (
        <Alert color="orange" role="status" icon={<IconShieldLock aria-hidden />}>
          {t('meetings:issue.sensitive')}
        </Alert>
      )}
      {issue.statement === null ? (
        <WithheldField label={t('meetings:issue.statement')} />
      ) : (
        <PublicPassageField
          label={t('meetings:issue.statement')}
          name={`${path}.statement`}
          value={issue.statement}
          onChange={(statement) => patch({ statement })}
        />
      )}
      <HeardFields issue={issue} path={path} members={isSensitive ? [] : members} patch={patch} />
    </Stack>
  );
}

function HeardFields({ issue, path, members, patch }: Pick<Props, 'issue' | 'path' | 'members' | 'patch'>) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <LineField
          label={t('meetings:issue.where')}
          name={`${path}.where`}
          description={t('meetings:issue.whereHint')}
          value={issue.where}
          onChange={(where) => patch({ where })}
        />
        <CodeField
          list="time_of_day"
          label={t('meetings:issue.timeOfDay')}
          name={`${path}.timeOfDay`}
          value={issue.timeOfDay}
          onChange={(timeOfDay) => patch({ timeOfDay })}
          clearable
        />
        <CodesField
          list="mapping_group"
          label={t('meetings:issue.groups')}
          name={`${path}.groups`}
          value={issue.groups}
          onChange={(groups) => patch({ groups })}
          without={['mixed']}
        />
        <CodeField
          list="sex"
          label={t('meetings:issue.raisedBySex')}
          name={`${path}.raisedBySex`}
          value={issue.raisedBySex}
          onChange={(raisedBySex) => patch({ raisedBySex })}
          clearable
        />
        {members.length > 0 && <RaisedByField issue={issue} path={path} members={members} patch={patch} />}
      </SimpleGrid>
      <Checkbox
        label={t('meetings:issue.repeated')}
        checked={issue.repeated}
        onChange={(event) => patch({ repeated: event.currentTarget.checked })}
      />
    </>
  );
}

/** The member brings the sex along: it need not be told twice. */
function RaisedByField({ issue, path, members, patch }: Pick<Props, 'issue' | 'path' | 'members' | 'patch'>) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      label={t('meetings:issue.raisedBy')}
      name={`${path}.raisedBy`}
      choices={useMemberChoices(members)}
      value={issue.raisedBy}
      onChange={(raisedBy) => {
        const sex = members.find(({ id }) => id === raisedBy)?.sex;
        patch({ raisedBy, ...(sex === undefined ? {} : { raisedBySex: sex }) });
      }}
      clearable
    />
  );
}
