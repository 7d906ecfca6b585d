import { useTranslation } from 'react-i18next';
import { STEP_KIND, type StepKind } from '#shared/domain/step-kind.ts';

/** Words for the kinds of steps; one of a newer program stands as it came. */
export function useStepKindLabels(): {
  choices: { value: StepKind; label: string }[];
  labelOf: (kind: string) => string;
} {
  const { t } = useTranslation();
  const labels: Readonly<Record<StepKind, string>> = {
    visit: t('disputes:stepKind.visit'),
    call: t('disputes:stepKind.call'),
    separate_meeting: t('disputes:stepKind.separate_meeting'),
    joint_meeting: t('disputes:stepKind.joint_meeting'),
    site_visit: t('disputes:stepKind.site_visit'),
    letter: t('disputes:stepKind.letter'),
    referral: t('disputes:stepKind.referral'),
    other: t('disputes:stepKind.other'),
  };
  return {
    choices: STEP_KIND.map((value) => ({ value, label: labels[value] })),
    labelOf: (kind) => (isStepKind(kind) ? labels[kind] : t('common:record.unknownCode', { code: kind })),
  };
}

const isStepKind = (kind: string): kind is StepKind => (STEP_KIND as readonly string[]).includes(kind);
