import { Button, Stack, Text } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Period } from '#shared/domain/indicators/period.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

/** The whole table of a period as a file, small numbers hidden. */
export function SaveTable({ period }: { period: Period }) {
  const { t } = useTranslation();
  const folder = useSaveFolder();
  const save = useCommand('indicators.export');
  const [written, setWritten] = useState<OutputOf<'indicators.export'> | null>(null);

  async function saveIn(file: string | null): Promise<void> {
    const done = await save.run({ ...period, file });
    setWritten(done.ok ? done.value : null);
  }

  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        leftSection={<IconTableExport size={20} aria-hidden />}
        loading={save.busy}
        onClick={() => void folder.withFolder(saveIn)}
      >
        {t('figures:save')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('figures:saveHint')}
      </Text>
      {folder.error && <FailureNotice error={folder.error} />}
      {save.error && <FailureNotice error={save.error} />}
      {written && <WrittenFile written={written} />}
    </Stack>
  );
}
