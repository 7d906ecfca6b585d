import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { IssuePicker } from '#renderer/components/issues/issue-picker.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type ActionForm, newAction } from './meeting-form-model.ts';
import { PlanLinkField } from './plan-link-field.tsx';

type Props = {
  actions: readonly ActionForm[];
  forumId: string;
  onChange: (actions: readonly ActionForm[]) => void;
};

export function ActionsEditor({ actions, forumId, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={actions}
      onChange={onChange}
      path="fields.actions"
      nameOf={(_, index) => t('meetings:action.row', { number: index + 1 })}
      addLabel={t('meetings:action.add')}
      makeRow={newAction}
      removeLabel={(name) => t('meetings:remove', { name })}
      emptyText={t('meetings:action.none')}
    >
      {(action, index, patch) => (
        <Stack gap="xs">
          <LineField
            label={t('meetings:action.what')}
            description={t('fields:noNames')}
            name={`fields.actions.${index}.what`}
            value={action.what}
            onChange={(what) => patch({ what })}
            required
          />
          <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
            <CodeField
              list="ssp_responsible"
              label={t('meetings:action.responsible')}
              name={`fields.actions.${index}.responsible`}
              value={action.responsible}
              onChange={(responsible) => patch({ responsible })}
              required
            />
            <DateField
              label={t('meetings:action.due')}
              name={`fields.actions.${index}.due`}
              value={action.due}
              onChange={(due) => patch({ due })}
              required
            />
            <CodeField
              list="action_item_status"
              label={t('meetings:action.status')}
              name={`fields.actions.${index}.status`}
              value={action.status}
              onChange={(status) => patch({ status })}
              required
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <LineField
              label={t('meetings:action.resources')}
              name={`fields.actions.${index}.resources`}
              value={action.resources}
              onChange={(resources) => patch({ resources })}
            />
            <IssuePicker
              label={t('meetings:action.issue')}
              description=""
              name={`fields.actions.${index}.issue`}
              forumId={forumId}
              value={action.issue}
              onChange={(issue) => patch({ issue })}
              noNew
            />
          </SimpleGrid>
          <PlanLinkField name={`fields.actions.${index}.plan`} forumId={forumId} value={action} onChange={patch} />
        </Stack>
      )}
    </RowsEditor>
  );
}
