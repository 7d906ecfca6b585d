import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { useField } from '#renderer/components/fields/field-context.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { CandidateForm } from './election-form-model.ts';
import type { MemberForm } from './member-form-model.ts';

type Props = {
  candidate: CandidateForm;
  counted: boolean;
  members: readonly MemberForm[];
  path: string;
  patch: (change: Partial<CandidateForm>) => void;
};

/** A member out of the list, or the name of somebody else. */
export function CandidateFields({ candidate, counted, members, path, patch }: Props) {
  const { t } = useTranslation();
  const choices = members.map(({ id, name }, index) => ({
    value: id,
    label: name?.trim() || t('forums:member.row', { number: index + 1 }),
  }));
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="xs">
      <ChoiceField
        label={t('forums:candidate.member')}
        name={`${path}.member`}
        choices={choices}
        value={candidate.member}
        onChange={(member) => patch(memberChange(member, members))}
        clearable
      />
      {candidate.member === null && candidate.name === null && <WithheldField label={t('forums:candidate.name')} />}
      {candidate.member === null && candidate.name !== null && (
        <LineField
          label={t('forums:candidate.name')}
          name={`${path}.name`}
          value={candidate.name}
          onChange={(name) => patch({ name })}
          maxLength={200}
          required
        />
      )}
      <CodeField
        list="sex"
        label={t('forums:member.sex')}
        name={`${path}.sex`}
        value={candidate.sex}
        onChange={(sex) => patch({ sex })}
        required
      />
      {counted && (
        <NumberField
          label={t('forums:candidate.votes')}
          name={`${path}.votes`}
          value={candidate.votes}
          onChange={(votes) => patch({ votes })}
          max={10_000}
        />
      )}
      <Elected path={path} checked={candidate.elected} onChange={(elected) => patch({ elected })} />
    </SimpleGrid>
  );
}

/** Whoever is chosen out of the list brings the sex along. */
function memberChange(member: string | null, members: readonly MemberForm[]): Partial<CandidateForm> {
  const sex = members.find(({ id }) => id === member)?.sex ?? null;
  return { member, name: '', ...(sex === null ? {} : { sex }) };
}

function Elected({ path, checked, onChange }: { path: string; checked: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation();
  const { error, edited, attributes } = useField({ label: t('forums:candidate.elected'), name: `${path}.elected` });
  return (
    <Checkbox
      label={t('forums:candidate.elected')}
      error={error}
      checked={checked}
      mt="lg"
      {...attributes}
      onChange={(event) => {
        edited();
        onChange(event.currentTarget.checked);
      }}
    />
  );
}
