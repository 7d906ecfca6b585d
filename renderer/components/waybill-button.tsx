import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Leads to the paper that goes with a file written here. `node`: whom the file is for. */
export function WaybillButton({ node, bundleNumber }: { node: string; bundleNumber: number }) {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href={`#/exchange/waybill/${node}/${bundleNumber}`}
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
    >
      {t('exchange:waybill.print')}
    </Button>
  );
}
