import { useTranslation } from 'react-i18next';
import {
  RETURN_REASON,
  type ReturnReason,
  TRANSFER_REASONS_OF,
  type Transferable,
  type TransferReason,
} from '#shared/domain/transfer.ts';

/** Why a case or a forum went to another office and why it came back; a code of a newer program is told as such. */
export function useTransferWords() {
  const { t } = useTranslation();
  const offered: Readonly<Record<TransferReason, string>> = {
    property_elsewhere: t('transfers:reason.property_elsewhere'),
    person_moved: t('transfers:reason.person_moved'),
    conflict_of_interest: t('transfers:reason.conflict_of_interest'),
    workload: t('transfers:reason.workload'),
    other_office_serves: t('transfers:reason.other_office_serves'),
    office_closes: t('transfers:reason.office_closes'),
    other: t('transfers:reason.other'),
  };
  const returned: Readonly<Record<ReturnReason, string>> = {
    not_ours: t('transfers:returnReason.not_ours'),
    incomplete: t('transfers:returnReason.incomplete'),
    conflict_of_interest: offered.conflict_of_interest,
    workload: offered.workload,
    other: offered.other,
  };
  const byCode: Readonly<Record<string, string>> = { ...offered, ...returned };
  return {
    offerChoices: (type: Transferable) =>
      TRANSFER_REASONS_OF[type].map((code) => ({ value: code, label: offered[code] })),
    returnChoices: RETURN_REASON.map((code) => ({ value: code, label: returned[code] })),
    /** A dash where no reason was given. */
    reasonOf: (code: string | null): string =>
      code === null ? '–' : (byCode[code] ?? t('common:record.unknownCode', { code })),
  };
}

/** How a hand-over stands, in a word or two. */
export function useTransferStates() {
  const { t } = useTranslation();
  return {
    offered: t('transfers:state.waits'),
    accepted: t('transfers:state.accepted'),
    returned: t('transfers:state.returned'),
    withdrawn: t('transfers:state.withdrawn'),
  };
}
