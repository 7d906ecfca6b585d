import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/client/client-context.tsx';
import { TaskProgress } from '#renderer/components/task-progress.tsx';

/** How far the core is with a sheet, and a way to stop it. */
export function SheetProgress({ task }: { task: 'sheet-check' | 'sheet-import' }) {
  const { t } = useTranslation();
  const client = useClient();
  const label = task === 'sheet-check' ? t('imports:progress.check') : t('imports:progress.import');
  return (
    <Stack align="flex-start" maw={480}>
      <TaskProgress task={task} label={label} text={() => label} />
      <Button variant="default" onClick={() => void client.call('imports.cancel', {}).catch(() => undefined)}>
        {t('imports:progress.stop')}
      </Button>
    </Stack>
  );
}
