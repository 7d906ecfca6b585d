import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isRuleKey } from '#shared/domain/rules.ts';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';

/** How conflicts tell the groups of a rule value. Its number stands without its unit, which the group does not hold. */
export function useRuleGroupWords(): GroupWords {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      owner: { label: t('reference:group.owner'), fields: {} },
      rule: {
        label: t('reference:group.rule'),
        fields: {
          key: {
            label: t('reference:rules.name'),
            as: (key: unknown) =>
              isRuleKey(String(key))
                ? t(`reference:rule.${String(key)}.label`)
                : t('common:record.unknownCode', { code: String(key) }),
          },
        },
      },
      period: {
        label: t('reference:group.period'),
        fields: {
          since: { label: t('reference:set.since'), as: 'date' },
          value: { label: t('reference:group.period'), as: 'number' },
        },
      },
    }),
    [t],
  );
}
