import { useTranslation } from 'react-i18next';
import type { Attachment, AttachmentClass } from '#shared/contract/attachments.ts';
import type { PrepareFault } from './prepare-file.ts';

/** Who may see it, in words that need no explanation. */
export function useClassWords(): (of: AttachmentClass) => string {
  const { t } = useTranslation();
  return (of) => (of === 'open' ? t('attachments:class.open') : t('attachments:class.restricted'));
}

export function useStateWords(): (of: Attachment) => string {
  const { t } = useTranslation();
  return ({ state, hereBytes, totalBytes }) => {
    switch (state) {
      case 'here':
        return t('attachments:state.here');
      case 'coming':
        return t('attachments:state.coming', { done: hereBytes, total: totalBytes });
      case 'withheld':
        return t('common:record.withheld');
      case 'bad':
        return t('attachments:state.bad');
    }
  };
}

/** Why a file cannot be attached, and what to do. */
export function useFaultWords(): (of: Exclude<PrepareFault, 'cancelled'>) => string {
  const { t } = useTranslation();
  return (of) => {
    switch (of) {
      case 'type':
        return t('attachments:fault.type');
      case 'heic':
        return t('attachments:fault.heic');
      case 'empty':
        return t('attachments:fault.empty');
      case 'size':
        return t('attachments:fault.size');
      case 'pixels':
        return t('attachments:fault.pixels');
      case 'unreadable':
        return t('attachments:fault.unreadable');
      case 'slow':
        return t('attachments:fault.slow');
    }
  };
}
