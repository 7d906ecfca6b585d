import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES, mostWholeUnits } from '#shared/domain/money.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PartnersField } from '#renderer/components/fields/partners-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { type ActionForm, newAction, type ProblemForm } from './plan-form-model.ts';

type Props = {
  actions: readonly ActionForm[];
  problems: readonly ProblemForm[];
  onChange: (actions: readonly ActionForm[]) => void;
};

/** What is done against the problems: by whom, until when, at what cost and how success will be seen. */
export function ActionsEditor({ actions, problems, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={actions}
      onChange={onChange}
      path="fields.actions"
      nameOf={({ what }, index) => what.trim() || t('plans:action.row', { number: index + 1 })}
      addLabel={t('plans:action.add')}
      makeRow={() => ({ ...newAction(), problem: problems.length === 1 ? (problems[0]?.id ?? null) : null })}
      removeLabel={(name) => t('plans:remove', { name })}
      emptyText={t('plans:action.none')}
    >
      {(action, index, patch) => (
        <ActionFields action={action} problems={problems} path={`fields.actions.${index}`} patch={patch} />
      )}
    </RowsEditor>
  );
}

type FieldsProps = {
  action: ActionForm;
  problems: readonly ProblemForm[];
  path: string;
  patch: (change: Partial<ActionForm>) => void;
};

function ActionFields({ action, problems, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const choices = problems.map(({ id, issue }, index) => ({
    value: id,
    label: t('plans:problem.ranked', {
      rank: index + 1,
      name: (issue === null ? null : labelOf(issue)) ?? t('plans:problem.unnamed'),
    }),
  }));
  return (
    <Stack gap="xs">
      <LineField
        label={t('plans:action.what')}
        name={`${path}.what`}
        value={action.what}
        onChange={(what) => patch({ what })}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <ChoiceField
          label={t('plans:action.problem')}
          name={`${path}.problem`}
          choices={choices}
          value={choices.some(({ value }) => value === action.problem) ? action.problem : null}
          onChange={(problem) => patch({ problem })}
          required
        />
        <CodeField
          list="ssp_action_type"
          label={t('plans:action.type')}
          name={`${path}.type`}
          value={action.type}
          onChange={(type) => patch({ type })}
          required
        />
        <CodeField
          list="ssp_responsible"
          label={t('plans:action.responsible')}
          name={`${path}.responsible`}
          value={action.responsible}
          onChange={(responsible) => patch({ responsible })}
          required
        />
        <DateField
          label={t('plans:action.startsOn')}
          name={`${path}.startsOn`}
          value={action.startsOn}
          onChange={(startsOn) => patch({ startsOn })}
        />
        <DateField
          label={t('plans:action.due')}
          name={`${path}.due`}
          value={action.due}
          onChange={(due) => patch({ due })}
          required
        />
        <PartnersField
          label={t('plans:action.partners')}
          name={`${path}.partnerIds`}
          value={action.partnerIds}
          onChange={(partnerIds) => patch({ partnerIds })}
        />
        <LineField
          label={t('plans:action.otherPartners')}
          name={`${path}.partners`}
          value={action.partners}
          onChange={(partners) => patch({ partners })}
        />
        <NumberField
          label={t('plans:action.cost')}
          name={`${path}.cost`}
          value={action.cost}
          onChange={(cost) => patch({ cost })}
          max={mostWholeUnits}
        />
        <ChoiceField
          label={t('plans:action.currency')}
          name={`${path}.cost.currency`}
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
          value={action.currency}
          onChange={(currency) => patch({ currency: currency ?? 'IQD' })}
        />
      </SimpleGrid>
      <LineField
        label={t('plans:action.indicator')}
        description={t('plans:action.indicatorHint')}
        name={`${path}.indicator`}
        value={action.indicator}
        onChange={(indicator) => patch({ indicator })}
      />
      <LineField
        label={t('plans:action.doNoHarm')}
        description={t('plans:action.doNoHarmHint')}
        name={`${path}.doNoHarm`}
        value={action.doNoHarm}
        onChange={(doNoHarm) => patch({ doNoHarm })}
      />
    </Stack>
  );
}
