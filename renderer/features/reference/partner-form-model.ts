import type { PartnerView } from '#shared/contract/partners.ts';
import type { Names } from '#shared/domain/partner.ts';

/** A partner as it is typed: the kind may still be missing. */
export type PartnerForm = {
  readonly names: Names;
  readonly kind: string | null;
  readonly active: boolean;
  readonly note: string;
};

export const noNames: Names = { en: '', 'ar-IQ': '', 'ckb-IQ': '' };

export const emptyPartner: PartnerForm = { names: noNames, kind: null, active: true, note: '' };

export const partnerFormOf = ({ names, kind, active, note }: PartnerView): PartnerForm => ({
  names,
  kind,
  active,
  note,
});
