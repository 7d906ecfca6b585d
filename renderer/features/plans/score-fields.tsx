import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { type ScoreForm, typedScore } from './plan-form-model.ts';
import { ScoreBadge } from './score-badge.tsx';

type Props = {
  /** Path of the problem or score in the input. */
  path: string;
  value: ScoreForm;
  onChange: (change: Partial<ScoreForm>) => void;
  /** An endorsed plan is scored anew by a review alone. */
  disabled?: boolean;
};

/** Likelihood, impact and who carries the harm; the score and its band stand below as they are chosen. */
export function ScoreFields({ path, value, onChange, disabled = false }: Props) {
  const { t } = useTranslation();
  const score = typedScore(value);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <CodeField
          list="likelihood"
          label={t('plans:score.likelihood')}
          name={`${path}.likelihood`}
          value={value.likelihood}
          onChange={(likelihood) => onChange({ likelihood })}
          disabled={disabled}
          required
        />
        <CodeField
          list="impact"
          label={t('plans:score.impact')}
          name={`${path}.impact`}
          value={value.impact}
          onChange={(impact) => onChange({ impact })}
          disabled={disabled}
          required
        />
      </SimpleGrid>
      <Checkbox
        label={t('plans:score.vulnerable')}
        checked={value.vulnerable}
        disabled={disabled}
        onChange={(event) => onChange({ vulnerable: event.currentTarget.checked })}
      />
      <Text role="status" component="div">
        {score === null ? t('plans:score.missing') : <ScoreBadge score={score} />}
      </Text>
      {disabled && <Text c="dimmed">{t('plans:score.byReview')}</Text>}
    </Stack>
  );
}
