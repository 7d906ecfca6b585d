import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { distanceKm, MICRO_DEGREES, type Position } from '#shared/domain/position.ts';
import { SERVING_SITE_KIND } from '#shared/domain/serving-site.ts';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { SiteField } from '#renderer/components/fields/site-field.tsx';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { useRules } from '#renderer/components/use-rules.ts';
import { useSites } from '#renderer/components/use-sites.ts';
import type { ForumForm } from './forum-form-model.ts';

type Props = {
  fields: Pick<ForumForm, 'site' | 'farReason' | 'place'>;
  patch: (change: Partial<Pick<ForumForm, 'site' | 'farReason'>>) => void;
};

/** The community police office that serves the forum; one beyond the rule is taken with a reason. */
export function SiteFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  const sites = useSites();
  const limit = useRules()?.officeServiceRadiusKm ?? null;
  const from = fields.site === null ? null : (sites.of(fields.site)?.position ?? null);
  const to = usePlacePosition(fields.place);
  const km = from === null || to === null ? null : Math.round(distanceKm(from, to));
  const isFar = km !== null && limit !== null && km > limit;
  return (
    <Stack gap="xs">
      <SiteField
        label={t('forums:field.site')}
        description={t('forums:field.siteHint')}
        name="fields.site"
        value={fields.site}
        onChange={(site) => patch({ site })}
        only={({ kind }) => kind === SERVING_SITE_KIND}
      />
      {isFar && <Text role="status">{t('forums:field.farText', { km, limit })}</Text>}
      {(isFar || fields.farReason !== '') && (
        <LineField
          label={t('forums:field.farReason')}
          name="fields.farReason"
          value={fields.farReason}
          onChange={(farReason) => patch({ farReason })}
          required={isFar}
        />
      )}
    </Stack>
  );
}

function usePlacePosition(code: string | null): Position | null {
  const place = usePlaces().all.find((one) => one.code === code);
  return place ? { lat: Math.round(place.lat * MICRO_DEGREES), lon: Math.round(place.lon * MICRO_DEGREES) } : null;
}
