import { Fieldset, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { ListedMember } from './listed-members.ts';
import { type MeetingForm, noSubstitute, type SubstituteForm } from './meeting-form-model.ts';

type Props = {
  members: readonly ListedMember[];
  fields: Pick<MeetingForm, 'attendance' | 'substitutes'>;
  onChange: (substitutes: MeetingForm['substitutes']) => void;
};

/** Who came for a member: counted by sex and age, the name stays at the office. */
export function SubstitutesEditor({ members, fields, onChange }: Props) {
  const { t } = useTranslation();
  const { attendance, substitutes } = fields;
  const marked = Object.entries(attendance).flatMap(([member], index) =>
    attendance[member] === 'substitute' ? [{ member, index }] : [],
  );
  return (
    <Stack gap="xs">
      {marked.map(({ member, index }) => {
        const sent = substitutes[member] ?? noSubstitute;
        const patch = (change: Partial<SubstituteForm>) =>
          onChange({ ...substitutes, [member]: { ...sent, ...change } });
        const path = `fields.attendance.${index}.substitute`;
        const name = members.find(({ id }) => id === member)?.name ?? t('common:record.withheld');
        return (
          <Fieldset key={member} legend={t('meetings:substitute.of', { name })}>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <CodeField
                list="sex"
                label={t('meetings:guest.sex')}
                name={`${path}.sex`}
                value={sent.sex}
                onChange={(sex) => patch({ sex })}
                required
              />
              <CodeField
                list="age_band"
                label={t('meetings:guest.ageBand')}
                name={`${path}.ageBand`}
                value={sent.ageBand}
                onChange={(ageBand) => patch({ ageBand })}
                required
              />
              {sent.name === null ? (
                <WithheldField label={t('meetings:substitute.name')} />
              ) : (
                <LineField
                  label={t('meetings:substitute.name')}
                  name={`${path}.name`}
                  description={t('meetings:substitute.kept')}
                  value={sent.name}
                  onChange={(typed) => patch({ name: typed })}
                  maxLength={200}
                />
              )}
            </SimpleGrid>
          </Fieldset>
        );
      })}
    </Stack>
  );
}
