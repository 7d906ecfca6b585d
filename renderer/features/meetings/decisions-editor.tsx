import { SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PublicPassageField } from '#renderer/components/fields/public-passage-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { AgendaItemField } from './agenda-item-field.tsx';
import { type AgendaForm, type DecisionForm, newDecision } from './meeting-form-model.ts';

type Props = {
  decisions: readonly DecisionForm[];
  agenda: readonly AgendaForm[];
  onChange: (decisions: readonly DecisionForm[]) => void;
};

export function DecisionsEditor({ decisions, agenda, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <RowsEditor
      rows={decisions}
      onChange={onChange}
      path="fields.decisions"
      nameOf={(_, index) => t('meetings:decision.row', { number: index + 1 })}
      addLabel={t('meetings:decision.add')}
      makeRow={newDecision}
      removeLabel={(name) => t('meetings:remove', { name })}
      emptyText={t('meetings:decision.none')}
    >
      {(decision, index, patch) => (
        <Stack gap="xs">
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <CodeField
              list="decision_type"
              label={t('meetings:decision.type')}
              name={`fields.decisions.${index}.type`}
              value={decision.type}
              onChange={(type) => patch({ type })}
              required
            />
            <AgendaItemField
              name={`fields.decisions.${index}.agendaItem`}
              agenda={agenda}
              value={decision.agendaItem}
              onChange={(agendaItem) => patch({ agendaItem })}
            />
          </SimpleGrid>
          <PublicPassageField
            label={t('meetings:decision.text')}
            name={`fields.decisions.${index}.text`}
            value={decision.text}
            onChange={(text) => patch({ text })}
            minRows={2}
          />
          <VoteFields path={`fields.decisions.${index}.votes`} decision={decision} patch={patch} />
        </Stack>
      )}
    </RowsEditor>
  );
}

type VoteProps = { path: string; decision: DecisionForm; patch: (change: Partial<DecisionForm>) => void };

/** Left empty where nobody counted. */
function VoteFields({ path, decision, patch }: VoteProps) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
      <NumberField
        label={t('meetings:vote.inFavour')}
        name={`${path}.inFavour`}
        value={decision.inFavour}
        onChange={(inFavour) => patch({ inFavour })}
        max={1000}
      />
      <NumberField
        label={t('meetings:vote.against')}
        name={`${path}.against`}
        value={decision.against}
        onChange={(against) => patch({ against })}
        max={1000}
      />
      <NumberField
        label={t('meetings:vote.abstained')}
        name={`${path}.abstained`}
        value={decision.abstained}
        onChange={(abstained) => patch({ abstained })}
        max={1000}
      />
    </SimpleGrid>
  );
}
