import { useTranslation } from 'react-i18next';
import { CountedPeopleFields } from '#renderer/components/fields/counted-people-fields.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { newReached, type ReachedForm } from './training-form-model.ts';

type Props = { reached: readonly ReachedForm[]; onChange: (reached: readonly ReachedForm[]) => void };

/** People an awareness session reached who have no row of their own. */
export function ReachedEditor({ reached, onChange }: Props) {
  const { t } = useTranslation();
  const labels = {
    sex: t('trainings:person.sex'),
    ageBand: t('trainings:person.ageBand'),
    count: t('trainings:reached.count'),
  };
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
        <CountedPeopleFields
          path={`fields.reached.${index}`}
          labels={labels}
          value={counted}
          onChange={patch}
          most={10_000}
        />
      )}
    </RowsEditor>
  );
}
