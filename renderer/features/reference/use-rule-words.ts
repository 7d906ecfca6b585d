import { useTranslation } from 'react-i18next';
import { RULES, type RuleKey } from '#shared/domain/rules.ts';
import { formatPercent } from '#shared/text/numbers.ts';
import { useFormat, useScreenLanguage } from '#renderer/components/language-context.tsx';

/** Names of rules, and their values in words with the unit. */
export function useRuleWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const { language, digits } = useScreenLanguage();
  return {
    labelOf: (key: RuleKey): string => t(`reference:rule.${key}.label`),
    hintOf: (key: RuleKey): string => t(`reference:rule.${key}.hint`),
    valueText: (key: RuleKey, value: number): string => {
      switch (RULES[key].unit) {
        case 'days':
          return t('reference:value.days', { count: value });
        case 'workingDays':
          return t('reference:value.workingDays', { count: value });
        case 'months':
          return t('reference:value.months', { count: value });
        case 'km':
          return t('reference:value.km', { count: value });
        case 'ratio':
          return formatPercent(value / 1000, language, digits);
        case 'count':
          return format.number(value);
      }
    },
  };
}
