import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Leads from a list, or from a forum, to the screen that brings a sheet in. */
export function ImportButton({ to }: { to: string }) {
  const { t } = useTranslation();
  return (
    <Button component="a" href={`#${to}`} variant="default" leftSection={<IconTableImport size={20} aria-hidden />}>
      {t('imports:open')}
    </Button>
  );
}
