import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { emptyIssue, issueInputOf, issueSchema } from './issue-form.ts';
import { PatternFields, PeopleFields, WhereFields } from './pattern-fields.tsx';

type Props = {
  forumId: string;
  /** What the minutes know already. */
  known: { readonly issue: string | null; readonly raisedOn: string | null; readonly place: string | null };
  onClose: () => void;
  onMade: (issueId: string, issue: string) => void;
};

/** Records an issue without leaving the minutes in which it was raised; what becomes of it is told on its own page. */
export function NewIssueDialog({ forumId, known, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const create = useCommand('issues.create');
  const form = useRecordForm({
    draftForm: 'issue',
    recordId: null,
    initial: () => newFormState({ ...emptyIssue, ...known }, null, forumId),
    schema: issueSchema,
    toInput: issueInputOf,
    draftTitle: () => t('issues:form.new'),
  });

  async function act(): Promise<void> {
    create.clear();
    const fields = form.check();
    if (fields === null) return;
    const made = await create.run({ forumId, fields });
    if (!made.ok) return;
    form.draft.clear();
    onMade(made.value.id, fields.issue);
  }

  return (
    <DialogForm
      title={t('issues:picker.newTitle')}
      onClose={onClose}
      act={t('issues:picker.act')}
      onAct={() => void act()}
      draft={form.draft}
      busy={create.busy}
      error={form.error ?? create.error}
      fieldErrors={create.error === null ? form.fieldErrors : { ...form.fieldErrors, ...create.fieldErrors }}
    >
      <Stack onBlur={form.onLeave} gap="sm">
        <PatternFields fields={form.fields} patch={form.patch} />
        <WhereFields fields={form.fields} patch={form.patch} />
        <PeopleFields fields={form.fields} patch={form.patch} />
      </Stack>
    </DialogForm>
  );
}
