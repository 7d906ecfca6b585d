import { Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { PublicPassageField } from '#renderer/components/fields/public-passage-field.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import type { ReviewForm } from './meeting-form-model.ts';

type Props = { reviews: readonly ReviewForm[]; onChange: (reviews: readonly ReviewForm[]) => void };

/** Every action that earlier meetings left open comes in by itself; what was not spoken of is left as it is. */
export function ReviewsEditor({ reviews, onChange }: Props) {
  const { t } = useTranslation();
  if (reviews.length === 0) return <Text c="dimmed">{t('meetings:review.none')}</Text>;
  const told = reviews.filter(({ status }) => status !== null);
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('meetings:review.hint')}</Text>
      {reviews.map((review) => (
        <ReviewFields
          key={review.id}
          review={review}
          // As the method counts them: of those that are told.
          path={`fields.reviews.${told.indexOf(review)}`}
          patch={(change) => onChange(reviews.map((other) => (other === review ? { ...review, ...change } : other)))}
        />
      ))}
    </Stack>
  );
}

type FieldsProps = { review: ReviewForm; path: string; patch: (change: Partial<ReviewForm>) => void };

function ReviewFields({ review, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={<bdi>{review.what}</bdi>}>
      <Stack gap="xs">
        <Text size="sm">
          {t('meetings:review.from')} <Identifier>{meetingNumber(review)}</Identifier> ·{' '}
          <CodeLabel list="ssp_responsible" code={review.responsible} /> · {t('meetings:action.due')}{' '}
          <DateText value={review.due} /> · <CodeLabel list="action_item_status" code={review.before} />
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
          <CodeField
            list="action_item_status"
            label={t('meetings:review.status')}
            name={`${path}.status`}
            value={review.status}
            onChange={(status) => patch({ status })}
            clearable
          />
          {review.status !== null && (
            <PublicPassageField
              label={t('meetings:review.note')}
              name={`${path}.note`}
              value={review.note}
              onChange={(note) => patch({ note })}
              minRows={2}
            />
          )}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}
