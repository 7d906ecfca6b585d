import type { AssetView } from '#shared/contract/assets.ts';
import { emptyHolding, type HoldingForm, holdingFormOf, holdingInputOf } from './holding-form-model.ts';

/** A vehicle or a piece of equipment as it is typed: codes and dates may still be missing. */
export type AssetForm = HoldingForm & {
  readonly serial: string;
  readonly plate: string;
  readonly quantity: number | null;
  readonly acquiredOn: string | null;
  readonly site: string | null;
};

export const emptyAsset: AssetForm = {
  ...emptyHolding,
  serial: '',
  plate: '',
  quantity: 1,
  acquiredOn: null,
  site: null,
};

export function assetFormOf(view: AssetView): AssetForm {
  const { serial, plate, quantity, acquiredOn, site } = view;
  return { ...holdingFormOf(view), serial, plate, quantity, acquiredOn, site: site?.id ?? null };
}

/** What `assets.create` and `assets.edit` take, before it is judged. */
export const assetInputOf = (form: AssetForm): unknown => holdingInputOf(form);
