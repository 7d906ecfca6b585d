import { useTranslation } from 'react-i18next';
import type { PlanView } from '#shared/contract/plans.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';

/** The area the plan is for and who lives there. */
export function ProfileView({ profile }: { profile: PlanView['profile'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: number | null) => (value === null ? '' : format.number(value));
  const text = (value: string) => value && <bdi className="passage">{value}</bdi>;
  return (
    <Facts
      facts={[
        { label: t('plans:profile.population'), value: count(profile.population) },
        { label: t('plans:profile.families'), value: count(profile.families) },
        { label: t('plans:profile.displacedFamilies'), value: count(profile.displacedFamilies) },
        { label: t('plans:profile.returneeFamilies'), value: count(profile.returneeFamilies) },
        { label: t('plans:profile.area'), value: text(profile.area) },
        { label: t('plans:profile.communities'), value: text(profile.communities) },
        { label: t('plans:profile.services'), value: text(profile.services) },
        { label: t('plans:profile.history'), value: text(profile.history) },
        { label: t('plans:profile.source'), value: text(profile.source) },
      ]}
    />
  );
}
