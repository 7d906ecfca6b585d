import type { SiteView } from '#shared/contract/sites.ts';
import { isOfficeKind } from '#shared/domain/infrastructure.ts';
import type { TypedPosition } from '#renderer/components/fields/position-field.tsx';
import { emptyHolding, type HoldingForm, holdingFormOf, holdingInputOf } from './holding-form-model.ts';

/** A site as it is typed: codes and dates may still be missing. */
export type SiteForm = HoldingForm & {
  readonly position: TypedPosition;
  readonly station: string;
  readonly partOf: string | null;
  readonly women: number | null;
  readonly men: number | null;
  readonly features: readonly string[];
  readonly startedOn: string | null;
  readonly finishedOn: string | null;
};

export const emptySite: SiteForm = {
  ...emptyHolding,
  position: null,
  station: '',
  partOf: null,
  women: null,
  men: null,
  features: [],
  startedOn: null,
  finishedOn: null,
};

export const siteFormOf = (view: SiteView): SiteForm => {
  const { position, station, partOf, women, men, features, startedOn, finishedOn } = view;
  return { ...holdingFormOf(view), position, station, partOf, women, men, features, startedOn, finishedOn };
};

/** What `sites.create` and `sites.edit` take, before it is judged. */
export const siteInputOf = (form: SiteForm): unknown => ({
  ...holdingInputOf(form),
  women: form.women ?? 0,
  men: form.men ?? 0,
});

/** An office has staff, and ways in. What was entered while it was one stays to be seen. */
export const hasOfficeFields = ({
  kind,
  women,
  men,
  features,
}: Pick<SiteForm, 'kind' | 'women' | 'men' | 'features'>): boolean =>
  isOfficeKind(kind ?? '') || (women ?? 0) > 0 || (men ?? 0) > 0 || features.length > 0;
