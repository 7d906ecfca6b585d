import { useTranslation } from 'react-i18next';
import { PaperButton } from './paper/paper-button.tsx';

/** Leads to the paper that goes with a file written here. `node`: whom the file is for. */
export function WaybillButton({ node, bundleNumber }: { node: string; bundleNumber: number }) {
  const { t } = useTranslation();
  const paper = { kind: 'waybill', of: node, part: String(bundleNumber) } as const;
  return <PaperButton paper={paper} label={t('exchange:waybill.print')} />;
}
