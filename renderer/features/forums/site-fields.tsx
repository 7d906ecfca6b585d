import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isWithinRadius } from '#shared/domain/coverage.ts';
import { placeOf, positionOf } from '#shared/domain/places.ts';
import { distanceKm, type Position, roundKm } from '#shared/domain/position.ts';
import { SERVING_SITE_KIND } from '#shared/domain/infrastructure.ts';
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
  // The value that was set last, as the core takes it: what it asks a reason for must have its field here.
  const limit = useRules(null)?.officeServiceRadiusKm ?? null;
  const from = fields.site === null ? null : (sites.of(fields.site)?.position ?? null);
  const to = usePlacePosition(fields.place);
  const isFar = limit !== null && isWithinRadius(from, to, limit) === false;
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
      {isFar && from && to && (
        <Text role="status">{t('forums:field.farText', { km: roundKm(distanceKm(from, to)), limit })}</Text>
      )}
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
  const place = placeOf(usePlaces().all, code ?? '');
  return place ? positionOf(place) : null;
}
