import { Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { downloadAddress } from '#renderer/client/files.ts';

type Written = { readonly file: string; readonly bytes: number; readonly download: string | null };

/** Tells where the file is; on hosts without dialogs it is fetched from here. */
export function WrittenFile({ written }: { written: Written }) {
  const { t } = useTranslation();
  if (written.download === null) {
    return <Text>{t('exchange:written.onFolder', { file: written.file, bytes: written.bytes })}</Text>;
  }
  return (
    <Stack gap="xs" align="flex-start">
      <Text>{t('exchange:written.toDownload', { file: written.file, bytes: written.bytes })}</Text>
      <Button
        component="a"
        href={downloadAddress(written.download)}
        download={written.file}
        leftSection={<IconDownload size={20} aria-hidden />}
      >
        {t('exchange:written.download')}
      </Button>
    </Stack>
  );
}
