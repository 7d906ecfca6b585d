import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newTrainer, type TrainerForm } from './training-form-model.ts';

type Props = { trainers: readonly TrainerForm[]; onChange: (trainers: readonly TrainerForm[]) => void };

export function TrainersEditor({ trainers, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={trainers}
      onChange={onChange}
      path="fields.trainers"
      nameOf={(trainer, index) => trainer.name?.trim() || t('trainings:trainer.row', { number: index + 1 })}
      addLabel={t('trainings:trainer.add')}
      makeRow={newTrainer}
      removeLabel={(name) => t('trainings:remove', { name })}
      emptyText={t('trainings:trainer.none')}
    >
      {(trainer, index, patch) => (
        <Stack gap="xs">
          <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
            {trainer.name === null ? (
              <WithheldField label={t('trainings:trainer.name')} />
            ) : (
              <LineField
                label={t('trainings:trainer.name')}
                name={`fields.trainers.${index}.name`}
                value={trainer.name}
                onChange={(name) => patch({ name })}
                maxLength={200}
                required
              />
            )}
            <CodeField
              list="sex"
              label={t('trainings:person.sex')}
              name={`fields.trainers.${index}.sex`}
              value={trainer.sex}
              onChange={(sex) => patch({ sex })}
              required
            />
            <LineField
              label={t('trainings:person.institution')}
              name={`fields.trainers.${index}.institution`}
              value={trainer.institution}
              onChange={(institution) => patch({ institution })}
            />
          </SimpleGrid>
          {trainer.name !== null && (
            <Checkbox
              label={t('trainings:trainer.named')}
              description={t('trainings:trainer.namedHint')}
              checked={trainer.named}
              onChange={(event) => patch({ named: event.currentTarget.checked })}
            />
          )}
        </Stack>
      )}
    </RowsEditor>
  );
}
