/** @file Words for the answers of a security mapping that no shipped list holds. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TRUST_EFFECTS, type TrustCase, YES_NO_REFUSED, YES_NO_UNKNOWN } from '#shared/domain/mapping.ts';
import type { Choice } from '#renderer/components/fields/choice-field.tsx';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Words = Readonly<Record<string, string>>;

export function useMappingChoices() {
  const { t } = useTranslation();
  return useMemo(() => {
    const yesNo: Words = {
      yes: t('common:word.yes'),
      no: t('common:word.no'),
      unknown: t('mappings:answer.unknown'),
      refused: t('mappings:answer.refused'),
    };
    const effects: Words = {
      helps: t('mappings:effect.helps'),
      neutral: t('mappings:effect.neutral'),
      harms: t('mappings:effect.harms'),
    };
    const cases: Readonly<Record<TrustCase, string>> = {
      theft: t('mappings:case.theft'),
      harassment: t('mappings:case.harassment'),
      family_violence: t('mappings:case.familyViolence'),
    };
    const choicesOf = (codes: readonly string[], words: Words): readonly Choice[] =>
      codes.map((code) => ({ value: code, label: words[code] ?? code }));
    // Groups that are read together need not agree.
    const differs = t('mappings:answer.differs');
    return {
      yesNoUnknown: choicesOf(YES_NO_UNKNOWN, yesNo),
      yesNoRefused: choicesOf(YES_NO_REFUSED, yesNo),
      effects: choicesOf(TRUST_EFFECTS, effects),
      wordOfCase: (name: TrustCase) => cases[name],
      wordOfAnswer: (code: string) => (code === 'differs' ? differs : (yesNo[code] ?? code)),
      wordOfEffect: (code: string) => (code === 'differs' ? differs : (effects[code] ?? code)),
    };
  }, [t]);
}

/** The question behind a measure of the tally (shared/domain/mapping-tally.ts). */
export function useQuestionWord(): (measure: string) => string {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('trust_actor');
  return useMemo(() => {
    const words: Words = {
      safe_day: t('mappings:question.safeDay'),
      safe_night: t('mappings:question.safeNight'),
      report: t('mappings:question.report'),
      report_woman: t('mappings:question.reportWoman'),
    };
    return (measure) => {
      const actor = measure.startsWith('turn_to.') ? measure.slice('turn_to.'.length) : null;
      if (actor !== null) return t('mappings:question.turnTo', { actor: labelOf(actor) ?? actor });
      return words[measure] ?? t('common:record.unknownCode', { code: measure });
    };
  }, [t, labelOf]);
}
