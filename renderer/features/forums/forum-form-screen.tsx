import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type ForumView, GuardedForumFields } from '#shared/contract/forums.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { newFormState, useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { ForumFieldset } from './forum-fieldset.tsx';
import { emptyForum, type ForumForm, forumFormOf, forumInputOf } from './forum-form-model.ts';
import { useForumFieldLabels } from './use-forum-field-labels.ts';
import { useForumWords } from './use-forum-words.tsx';

/** A new forum, or with `id` the forum of that id. */
export function ForumFormScreen({ id }: { id?: string }) {
  return id === undefined ? <NewForum /> : <EditForum id={id} />;
}

function NewForum() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const form = useForumForm(null, () => newFormState(emptyForum, null));
  const create = useCommand('forums.create');
  return (
    <RecordForm
      title={t('forums:form.new')}
      form={form}
      command={create}
      fieldLabels={useForumFieldLabels()}
      onSave={async (fields) => {
        const saved = await create.run({ fields });
        return saved.ok ? () => navigate(`/forums/${saved.value.id}`) : null;
      }}
      onCancel={() => navigate('/forums')}
    >
      <ForumFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function EditForum({ id }: { id: string }) {
  const forum = useCall('forums.get', { forumId: id });
  return <QueryState of={forum}>{(view) => <EditLoadedForum view={view} />}</QueryState>;
}

function EditLoadedForum({ view }: { view: ForumView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useForumWords();
  const form = useForumForm(view.id, () => newFormState(forumFormOf(view), view.heads));
  const edit = useCommand('forums.edit');
  const close = () => navigate(`/forums/${view.id}`);
  return (
    <RecordForm
      title={t('forums:form.edit')}
      form={form}
      command={edit}
      fieldLabels={useForumFieldLabels()}
      onSave={async (fields) => {
        const saved = await edit.run({ forumId: view.id, fields, heads: form.state.heads ?? {} });
        return saved.ok ? close : null;
      }}
      onCancel={close}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('forums.get', { forumId: view.id });
          return answer.ok ? { fields: forumFormOf(answer.value), heads: answer.value.heads } : null;
        },
      }}
    >
      <ForumFieldset fields={form.fields} patch={form.patch} />
    </RecordForm>
  );
}

function useForumForm(
  recordId: string | null,
  initial: Parameters<typeof useRecordForm<ForumForm, typeof GuardedForumFields>>[0]['initial'],
) {
  const { t } = useTranslation();
  return useRecordForm({
    draftForm: 'forum',
    recordId,
    initial,
    schema: GuardedForumFields,
    toInput: forumInputOf,
    draftTitle: ({ name }) => name.trim() || t('forums:form.nameless'),
  });
}
