import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isUpset } from '#shared/domain/forum-guards.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';
import { CandidateFields } from './candidate-fields.tsx';
import {
  type CandidateForm,
  type ElectionForm,
  isResultPending,
  membersWithResult,
  newCandidate,
  newElection,
} from './election-form-model.ts';
import type { MemberForm } from './member-form-model.ts';

type Props = {
  elections: readonly ElectionForm[];
  members: readonly MemberForm[];
  onChange: (elections: readonly ElectionForm[]) => void;
  onMembers: (members: readonly MemberForm[]) => void;
};

/** Elections with their candidates; a result is taken over into the list of members by a button. */
export function ElectionsEditor({ elections, members, onChange, onMembers }: Props) {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('forum_role');
  return (
    <RowsEditor
      rows={elections}
      onChange={onChange}
      path="fields.elections"
      nameOf={({ role }, index) => (role && labelOf(role)) || t('forums:election.row', { number: index + 1 })}
      addLabel={t('forums:election.add')}
      makeRow={newElection}
      removeLabel={(name) => t('forums:election.remove', { name })}
      emptyText={t('forums:election.none')}
    >
      {(election, index, patch) => (
        <Stack gap="sm">
          <ElectionFields election={election} path={`fields.elections.${index}`} patch={patch} />
          <CandidatesEditor
            election={election}
            path={`fields.elections.${index}.candidates`}
            members={members}
            onChange={(candidates) => patch({ candidates })}
          />
          {isResultPending(election, elections, members) && (
            <Alert color="blue" role="status">
              <Group justify="space-between">
                <Text>{t('forums:election.pending')}</Text>
                <Button variant="default" onClick={() => onMembers(membersWithResult(election, members))}>
                  {t('forums:election.take')}
                </Button>
              </Group>
            </Alert>
          )}
        </Stack>
      )}
    </RowsEditor>
  );
}

type FieldsProps = { election: ElectionForm; path: string; patch: (change: Partial<ElectionForm>) => void };

function ElectionFields({ election, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  const asksReason = election.reason !== '' || isUpset(election.candidates);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="xs">
        <DateField
          label={t('forums:election.on')}
          name={`${path}.on`}
          value={election.on}
          onChange={(on) => patch({ on })}
          required
        />
        <CodeField
          list="forum_role"
          label={t('forums:election.role')}
          name={`${path}.role`}
          value={election.role}
          onChange={(role) => patch({ role })}
          required
        />
        {election.counted && (
          <NumberField
            label={t('forums:election.voters')}
            name={`${path}.voters`}
            value={election.voters}
            onChange={(voters) => patch({ voters })}
            min={1}
            max={10_000}
          />
        )}
      </SimpleGrid>
      <Checkbox
        label={t('forums:election.counted')}
        description={t('forums:election.countedHint')}
        checked={election.counted}
        onChange={(event) => patch(countedChange(event.currentTarget.checked, election))}
      />
      {asksReason && (
        <LineField
          label={t('forums:election.reason')}
          name={`${path}.reason`}
          value={election.reason}
          onChange={(reason) => patch({ reason })}
        />
      )}
    </Stack>
  );
}

/** Without counting there are no numbers to keep. */
const countedChange = (counted: boolean, { voters, candidates }: ElectionForm): Partial<ElectionForm> =>
  counted
    ? { counted, voters }
    : { counted, voters: null, candidates: candidates.map((one) => ({ ...one, votes: null })) };

type CandidatesProps = {
  election: ElectionForm;
  path: string;
  members: readonly MemberForm[];
  onChange: (candidates: readonly CandidateForm[]) => void;
};

function CandidatesEditor({ election, path, members, onChange }: CandidatesProps) {
  const { t } = useTranslation();
  const nameOf = (one: CandidateForm, index: number): string => {
    const name = one.member === null ? one.name : members.find(({ id }) => id === one.member)?.name;
    return name?.trim() || t('forums:candidate.row', { number: index + 1 });
  };
  return (
    <RowsEditor
      rows={election.candidates}
      onChange={onChange}
      path={path}
      nameOf={nameOf}
      addLabel={t('forums:candidate.add')}
      makeRow={newCandidate}
      removeLabel={(name) => t('forums:candidate.remove', { name })}
      emptyText={t('forums:candidate.none')}
    >
      {(candidate, index, patch) => (
        <CandidateFields
          candidate={candidate}
          counted={election.counted}
          members={members}
          path={`${path}.${index}`}
          patch={patch}
        />
      )}
    </RowsEditor>
  );
}
