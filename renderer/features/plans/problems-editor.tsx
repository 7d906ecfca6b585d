import { Alert, Button, Group, SimpleGrid, Stack } from '@mantine/core';
import { IconShieldLock, IconSortDescendingNumbers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PassageField } from '#renderer/components/fields/passage-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { useIsSensitive } from '#renderer/components/issues/use-is-sensitive.ts';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { IssueSource } from './issue-source.tsx';
import { differsFromScores, newProblem, orderedByScore, type ProblemForm } from './plan-form-model.ts';
import { ScoreFields } from './score-fields.tsx';

type Props = {
  forumId: string;
  problems: readonly ProblemForm[];
  rankReason: string;
  /** Problems whose score a review alone may change. */
  locked: ReadonlySet<string>;
  onChange: (problems: readonly ProblemForm[]) => void;
  onRankReason: (reason: string) => void;
};

/** The priority problems in the order the forum agreed on: rows are moved by buttons, or put in the order of the scores. */
export function ProblemsEditor({ forumId, problems, rankReason, locked, onChange, onRankReason }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('safety_issue');
  const differs = differsFromScores(problems);
  return (
    <Stack gap="sm">
      <RowsEditor
        rows={problems}
        onChange={onChange}
        path="fields.problems"
        nameOf={({ issue }, index) =>
          t('plans:problem.ranked', {
            rank: index + 1,
            name: (issue === null ? null : labelOf(issue)) ?? t('plans:problem.unnamed'),
          })
        }
        addLabel={t('plans:problem.add')}
        makeRow={newProblem}
        removeLabel={(name) => t('plans:remove', { name })}
        emptyText={t('plans:problem.none')}
        move={{
          up: (name) => t('plans:problem.up', { name }),
          down: (name) => t('plans:problem.down', { name }),
        }}
      >
        {(problem, index, patch) => (
          <ProblemFields
            problem={problem}
            path={`fields.problems.${index}`}
            isLocked={locked.has(problem.id)}
            patch={patch}
          />
        )}
      </RowsEditor>
      <Group align="flex-end">
        <IssueSource forumId={forumId} problems={problems} onAdd={(problem) => onChange([...problems, problem])} />
        {differs && (
          <Button
            variant="default"
            leftSection={<IconSortDescendingNumbers size={20} aria-hidden />}
            onClick={() => onChange(orderedByScore(problems))}
          >
            {t('plans:problem.sort')}
          </Button>
        )}
      </Group>
      {(differs || rankReason !== '') && (
        <PassageField
          label={t('plans:problem.rankReason')}
          description={t('plans:problem.rankHint')}
          name="fields.rankReason"
          value={rankReason}
          onChange={onRankReason}
          minRows={2}
          maxLength={1000}
          required={differs}
        />
      )}
    </Stack>
  );
}

type FieldsProps = {
  problem: ProblemForm;
  path: string;
  isLocked: boolean;
  patch: (change: Partial<ProblemForm>) => void;
};

const texts = ['statement', 'immediateCauses', 'deeperCauses', 'effects'] as const;

function ProblemFields({ problem, path, isLocked, patch }: FieldsProps) {
  const { t } = useTranslation();
  const isSensitive = useIsSensitive()(problem.issue);
  const labels = {
    statement: t('plans:problem.statement'),
    immediateCauses: t('plans:problem.immediateCauses'),
    deeperCauses: t('plans:problem.deeperCauses'),
    effects: t('plans:problem.effects'),
  };
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <CodeField
          list="safety_issue"
          label={t('plans:problem.issue')}
          name={`${path}.issue`}
          value={problem.issue}
          onChange={(issue) => patch({ issue })}
          required
        />
        {problem.place === null ? (
          <WithheldField label={t('plans:problem.place')} />
        ) : (
          <LineField
            label={t('plans:problem.place')}
            name={`${path}.place`}
            value={problem.place}
            onChange={(place) => patch({ place })}
          />
        )}
        <CodeField
          list="time_of_day"
          label={t('plans:problem.time')}
          name={`${path}.timeOfDay`}
          value={problem.timeOfDay}
          onChange={(timeOfDay) => patch({ timeOfDay })}
          clearable
        />
      </SimpleGrid>
      {isSensitive && (
        <Alert color="orange" role="status" icon={<IconShieldLock aria-hidden />}>
          {t('plans:problem.sensitive')}
        </Alert>
      )}
      {texts.map((name) => {
        const value = problem[name];
        return value === null ? (
          <WithheldField key={name} label={labels[name]} />
        ) : (
          <PassageField
            key={name}
            label={labels[name]}
            name={`${path}.${name}`}
            value={value}
            onChange={(text) => patch({ [name]: text })}
            minRows={2}
            maxLength={1000}
            required={name === 'statement'}
          />
        );
      })}
      <CodesField
        list="mapping_group"
        label={t('plans:problem.harmed')}
        name={`${path}.harmed`}
        value={problem.harmed}
        onChange={(harmed) => patch({ harmed })}
      />
      <ScoreFields path={path} value={problem} onChange={patch} disabled={isLocked} />
    </Stack>
  );
}
