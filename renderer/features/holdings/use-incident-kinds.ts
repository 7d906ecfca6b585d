import { useTranslation } from 'react-i18next';
import type { IncidentKind } from '#shared/domain/infrastructure.ts';

/** Words for a kind of incident; one of a newer program is told as such. */
export function useIncidentKinds(): (kind: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<IncidentKind, string>> = {
    accident: t('holdings:incidentKind.accident'),
    damage: t('holdings:incidentKind.damage'),
    breakdown: t('holdings:incidentKind.breakdown'),
    loss: t('holdings:incidentKind.loss'),
    theft: t('holdings:incidentKind.theft'),
    misuse: t('holdings:incidentKind.misuse'),
    other: t('holdings:incidentKind.other'),
  };
  return (kind) => (words as Readonly<Record<string, string>>)[kind] ?? t('common:record.unknownCode', { code: kind });
}
