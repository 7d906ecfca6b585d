import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newReached, type ReachedForm } from './training-form-model.ts';

type Props = { reached: readonly ReachedForm[]; onChange: (reached: readonly ReachedForm[]) => void };

/** People an awareness session reached who have no row of their own. */
export function ReachedEditor({ reached, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={reached}
      onChange={onChange}
      path="fields.reached"
      nameOf={(_, index) => t('trainings:reached.row', { number: index + 1 })}
      addLabel={t('trainings:reached.add')}
      makeRow={newReached}
      removeLabel={(name) => t('trainings:remove', { name })}
      emptyText={t('trainings:reached.none')}
    >
      {(counted, index, patch) => (
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
          <CodeField
            list="sex"
            label={t('trainings:person.sex')}
            name={`fields.reached.${index}.sex`}
            value={counted.sex}
            onChange={(sex) => patch({ sex })}
            required
          />
          <CodeField
            list="age_band"
            label={t('trainings:person.ageBand')}
            name={`fields.reached.${index}.ageBand`}
            value={counted.ageBand}
            onChange={(ageBand) => patch({ ageBand })}
            required
          />
          <NumberField
            label={t('trainings:reached.count')}
            name={`fields.reached.${index}.count`}
            value={counted.count}
            onChange={(count) => patch({ count })}
            min={1}
            max={10_000}
            required
          />
        </SimpleGrid>
      )}
    </RowsEditor>
  );
}
