import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FOLLOW_UP_OUTCOME } from '#shared/domain/training.ts';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { useTrainingChoices } from './use-training-choices.ts';

/** How many use what they learned, and what they said. */
export function FollowUpPanel({ view }: { view: TrainingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome } = useTrainingChoices();
  const answers = view.participants.flatMap(({ followUp }) => (followUp === null ? [] : [followUp]));
  return (
    <FormSection title={t('trainings:followUp.title')} conflict={inConflict(view, 'followUp', 'followUpNote')}>
      {answers.length === 0 ? (
        <Text c="dimmed">{t('trainings:followUp.none', { date: view.followUpDue })}</Text>
      ) : (
        <Stack gap="sm">
          <Facts
            facts={FOLLOW_UP_OUTCOME.map((code) => ({
              label: outcome.labelOf(code),
              value: format.number(answers.filter((answer) => answer.outcome === code).length),
            }))}
          />
          {view.followUpNote !== '' && (
            <Text className="passage">
              <PersonText value={view.followUpNote} />
            </Text>
          )}
        </Stack>
      )}
    </FormSection>
  );
}
