import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ForumView } from '#shared/contract/forums.ts';
import type { IssueView } from '#shared/contract/issues.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import {
  emptyIssue,
  type IssueForm,
  issueFormOf,
  issueInputOf,
  issueSchema,
} from '#renderer/components/issues/issue-form.ts';
import { PatternFields, PeopleFields, WhereFields } from '#renderer/components/issues/pattern-fields.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { ContinuedForm } from '#renderer/components/record-form/continued-form.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { type FormState, newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { LinkFields } from './link-fields.tsx';
import { StateFields } from './state-fields.tsx';
import { useIssueFieldLabels } from './use-issue-field-labels.ts';
import { useIssueWords } from './use-issue-words.ts';

type Props = { forumId?: string; id?: string };

/** With `id` the issue of that id, with `forumId` a new one of that forum; with neither the new one kept as a draft. */
export function IssueFormScreen({ forumId, id }: Props) {
  if (id !== undefined) return <EditIssue id={id} />;
  if (forumId !== undefined) return <NewIssue key={forumId} forumId={forumId} />;
  return (
    <ContinuedForm form="issue" otherwise="/issues">
      {(kept) => <NewIssue forumId={kept} />}
    </ContinuedForm>
  );
}

/** There is one draft of a new issue: taken up, it may turn the form to the forum it was begun for. */
function NewIssue({ forumId }: { forumId: string }) {
  const [current, setCurrent] = useState(forumId);
  const forum = useCall('forums.get', { forumId: current }, { keepPrevious: true });
  return <QueryState of={forum}>{(view) => <NewIssueOf forum={view} onForum={setCurrent} />}</QueryState>;
}

function NewIssueOf({ forum, onForum }: { forum: ForumView; onForum: (forumId: string) => void }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useIssueForm(null, () => newFormState({ ...emptyIssue, place: forum.place }, null, forum.id));
  const create = useCommand('issues.create');
  const forumId = form.state.parent ?? forum.id;
  useEffect(() => onForum(forumId), [forumId, onForum]);
  return (
    <RecordForm
      title={t('issues:form.new')}
      form={form}
      command={create}
      fieldLabels={useIssueFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ forumId, fields });
        return saved.ok ? () => navigate(`/issues/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate(`/forums/${forumId}/issues`)}
    >
      <IssueFieldset forum={forum} fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditIssue({ id }: { id: string }) {
  const issue = useCall('issues.get', { issueId: id });
  return <QueryState of={issue}>{(view) => <EditLoadedIssue view={view} />}</QueryState>;
}

function EditLoadedIssue({ view }: { view: IssueView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useIssueWords();
  const form = useIssueForm(view.id, () => newFormState(issueFormOf(view), view.heads));
  const edit = useCommand('issues.edit');
  const close = () => navigate(`/issues/${view.id}`);
  const forum = view.forumId === null ? null : { id: view.forumId, name: view.forumName };
  return (
    <RecordForm
      title={t('issues:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useIssueFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ issueId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('issues.get', { issueId: view.id });
          return answer.ok ? { fields: issueFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <IssueFieldset forum={forum} fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

type FieldsetProps = {
  forum: { readonly id: string; readonly name: string } | null;
  fields: IssueForm;
  patch: (change: Partial<IssueForm>) => void;
};

function IssueFieldset({ forum, fields, patch }: FieldsetProps) {
  const { t } = useTranslation();
  return (
    <>
      <FormSection title={t('issues:section.pattern')}>
        {forum && <Facts facts={[{ label: t('issues:field.forum'), value: <bdi>{forum.name}</bdi> }]} />}
        <PatternFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('issues:section.where')}>
        <WhereFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('issues:section.people')}>
        <PeopleFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('issues:section.state')}>
        <StateFields fields={fields} patch={patch} />
      </FormSection>
      <FormSection title={t('issues:section.links')}>
        <LinkFields forumId={forum?.id ?? null} fields={fields} patch={patch} />
      </FormSection>
    </>
  );
}

function useIssueForm(recordId: string | null, initial: () => FormState<IssueForm>) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  return useRecordForm({
    draftForm: 'issue',
    recordId,
    initial,
    schema: issueSchema,
    toInput: issueInputOf,
    draftTitle: ({ issue }) => (issue === null ? null : labelOf(issue)) ?? t('issues:form.nameless'),
  });
}
