import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { StepDialog } from './step-dialog.tsx';
import { StepKindLabel } from './use-dispute-words.tsx';

type Step = DisputeView['steps'][number];

/** What was done, newest last. Steps are never changed: a correction is a step of its own that names the other. */
export function StepsLog({ view }: { view: DisputeView }) {
  const { t } = useTranslation();
  const [writes, setWrites] = useState<{ readonly corrects: Step | null } | null>(null);
  const { steps } = view;
  return (
    <FormSection title={t('disputes:section.steps')}>
      {steps.length === 0 ? (
        <Text c="dimmed">{view.may.edit ? t('disputes:step.none') : t('disputes:step.noneRecorded')}</Text>
      ) : (
        <Stack component="ol" gap="sm" className="plain-list">
          {steps.map((step) => (
            <StepCard
              key={step.id}
              step={step}
              corrected={steps.find(({ id }) => id === step.corrects) ?? null}
              isCorrected={steps.some(({ corrects }) => corrects === step.id)}
              onCorrect={view.may.edit ? () => setWrites({ corrects: step }) : null}
            />
          ))}
        </Stack>
      )}
      {view.may.edit && (
        <Group>
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setWrites({ corrects: null })}>
            {t('disputes:step.add')}
          </Button>
        </Group>
      )}
      {writes && <StepDialog view={view} corrects={writes.corrects} onClose={() => setWrites(null)} />}
    </FormSection>
  );
}

type CardProps = {
  step: Step;
  /** The step this one corrects. */
  corrected: Step | null;
  isCorrected: boolean;
  onCorrect: (() => void) | null;
};

function StepCard({ step, corrected, isCorrected, onCorrect }: CardProps) {
  const { t } = useTranslation();
  return (
    <Card component="li" withBorder padding="sm">
      <Group justify="space-between" align="flex-start">
        <Stack gap={2}>
          <Group gap="sm">
            <Text fw={600}>
              <StepKindLabel kind={step.kind} />
            </Text>
            <DateText value={step.date} />
            {isCorrected && <Badge variant="default">{t('disputes:step.corrected')}</Badge>}
          </Group>
          {corrected && (
            <Text size="sm" c="dimmed">
              {t('disputes:step.corrects', { date: corrected.date })}
            </Text>
          )}
        </Stack>
        {onCorrect && (
          <Button variant="subtle" size="compact-md" onClick={onCorrect}>
            {t('disputes:step.correct')}
          </Button>
        )}
      </Group>
      {step.text !== '' && (
        <Text className="passage">
          <PersonText value={step.text} />
        </Text>
      )}
      {step.next !== null && step.next !== '' && (
        <Text className="passage">
          <Text span c="dimmed">
            {t('disputes:step.nextIs')}
          </Text>{' '}
          <bdi>{step.next}</bdi>
        </Text>
      )}
      {/* People of an office that handed the case over are not known here by name. */}
      {step.by !== '' && (
        <Text size="sm" c="dimmed">
          {t('disputes:step.by', { name: step.by })}
        </Text>
      )}
    </Card>
  );
}
