import { useTranslation } from 'react-i18next';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type AgendaForm, newAgendaItem } from './meeting-form-model.ts';

type Props = { agenda: readonly AgendaForm[]; onChange: (agenda: readonly AgendaForm[]) => void };

export function AgendaEditor({ agenda, onChange }: Props) {
  const { t } = useTranslation();
  const numberOf = (index: number) => t('meetings:agenda.row', { number: index + 1 });
  return (
    <RowsEditor
      rows={agenda}
      onChange={onChange}
      path="fields.agenda"
      nameOf={(_, index) => numberOf(index)}
      addLabel={t('meetings:agenda.add')}
      makeRow={newAgendaItem}
      removeLabel={(name) => t('meetings:remove', { name })}
      emptyText={t('meetings:agenda.none')}
      move={{
        up: (name) => t('meetings:agenda.up', { name }),
        down: (name) => t('meetings:agenda.down', { name }),
      }}
    >
      {(item, index, patch) => (
        <LineField
          label={t('meetings:agenda.title')}
          name={`fields.agenda.${index}.title`}
          value={item.title}
          onChange={(title) => patch({ title })}
          required
        />
      )}
    </RowsEditor>
  );
}
