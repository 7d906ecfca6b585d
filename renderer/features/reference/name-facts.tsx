import { useTranslation } from 'react-i18next';
import type { Names } from '#shared/domain/partner.ts';
import { isolateLtr } from '#shared/text/bidi.ts';
import { Facts } from '#renderer/components/record/facts.tsx';

/** A name in each of the three languages, as far as it has one. */
export function NameFacts({ names }: { names: Names }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        { label: t('reference:field.nameAr'), value: names['ar-IQ'] && <bdi lang="ar-IQ">{names['ar-IQ']}</bdi> },
        { label: t('reference:field.nameCkb'), value: names['ckb-IQ'] && <bdi lang="ckb-IQ">{names['ckb-IQ']}</bdi> },
        { label: t('reference:field.nameEn'), value: names.en && <span lang="en">{isolateLtr(names.en)}</span> },
      ]}
    />
  );
}
