import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CoverageFinding } from '#shared/domain/coverage.ts';

/** What is wrong with how a forum is served, in words; where nothing is, that. */
export function FindingsText({ findings }: { findings: readonly string[] }) {
  const { t } = useTranslation();
  const words: Readonly<Record<CoverageFinding, string>> = {
    no_office: t('coverage:finding.noOffice'),
    office_unknown: t('coverage:finding.officeUnknown'),
    office_not_in_use: t('coverage:finding.officeNotInUse'),
    office_full: t('coverage:finding.officeFull'),
    too_far: t('coverage:finding.tooFar'),
    no_position: t('coverage:finding.noPosition'),
  };
  if (findings.length === 0) return <Text span>{t('coverage:finding.none')}</Text>;
  return findings.map((finding) => (
    <Text key={finding} c="red" fw={500}>
      {(words as Readonly<Record<string, string>>)[finding] ?? t('common:record.unknownCode', { code: finding })}
    </Text>
  ));
}
