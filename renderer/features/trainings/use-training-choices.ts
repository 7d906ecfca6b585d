import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DAY_PART,
  DISABILITY_ANSWER,
  FOLLOW_UP_OUTCOME,
  TRAINING_EDITION,
  TRAINING_STATUS,
} from '#shared/domain/training.ts';
import { useFormat } from '#renderer/components/language-context.tsx';

type Choices = {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** One of a newer program stands as it came. */
  readonly labelOf: (code: string) => string;
};

/** Words for the lists of a training that are no code lists. */
export function useTrainingChoices(): {
  readonly status: Choices;
  readonly edition: Choices;
  readonly part: Choices;
  readonly disability: Choices;
  readonly outcome: Choices;
} {
  const { t } = useTranslation();
  return useMemo(() => choicesIn(t), [t]);
}

function choicesIn(t: TFunction) {
  const of = (codes: readonly string[], labels: Readonly<Record<string, string>>): Choices => ({
    choices: codes.map((value) => ({ value, label: labels[value] ?? value })),
    labelOf: (code) => labels[code] ?? t('common:record.unknownCode', { code }),
  });
  return {
    status: of(TRAINING_STATUS, {
      planned: t('trainings:status.planned'),
      running: t('trainings:status.running'),
      held: t('trainings:status.held'),
      cancelled: t('trainings:status.cancelled'),
    }),
    edition: of(TRAINING_EDITION, {
      everyone: t('trainings:edition.everyone'),
      women: t('trainings:edition.women'),
      youth: t('trainings:edition.youth'),
    }),
    part: of(DAY_PART, { whole: t('trainings:part.whole'), half: t('trainings:part.half') }),
    disability: of(DISABILITY_ANSWER, {
      yes: t('common:word.yes'),
      no: t('common:word.no'),
      not_asked: t('trainings:disability.not_asked'),
    }),
    outcome: of(FOLLOW_UP_OUTCOME, {
      using: t('trainings:outcome.using'),
      using_partly: t('trainings:outcome.using_partly'),
      not_using: t('trainings:outcome.not_using'),
      not_reached: t('trainings:outcome.not_reached'),
    }),
  };
}

/** Minutes as hours in words: `4.5 hours`. */
export function useHours(): (minutes: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (minutes) =>
      minutes % 60 === 0
        ? t('trainings:count.hours', { count: minutes / 60 })
        : t('trainings:hoursText', { hours: format.number(Math.round(minutes / 6) / 10) }),
    [t, format],
  );
}
