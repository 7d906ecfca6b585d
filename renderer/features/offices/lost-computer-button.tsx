import { Button } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Leads to the guide for a computer that is lost or stolen. */
export function LostComputerButton() {
  const { t } = useTranslation();
  return (
    <Button
      component="a"
      href="#/help/lost-computer"
      variant="default"
      leftSection={<IconHelpCircle size={20} aria-hidden />}
    >
      {t('devices:help.open')}
    </Button>
  );
}
