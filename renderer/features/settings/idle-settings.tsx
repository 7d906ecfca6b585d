import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { useNotice } from '#renderer/components/notices.tsx';

export function IdleSettings({ idleMinutes }: { idleMinutes: number }) {
  const { t } = useTranslation();
  const say = useNotice();
  const set = useCommand('settings.setIdle');
  const [minutes, setMinutes] = useState<number | null>(idleMinutes);
  return (
    <form
      className="panel"
      noValidate
      aria-label={t('session:settings.idle')}
      onSubmit={async (event) => {
        event.preventDefault();
        const done = await set.run({ idleMinutes: minutes ?? Number.NaN });
        if (done.ok) say(t('session:settings.idleSaved', { count: minutes ?? idleMinutes }));
      }}
    >
      <Stack align="flex-start">
        <NumberField
          label={t('session:settings.idle')}
          description={t('session:settings.idleHint')}
          value={minutes}
          onChange={setMinutes}
          min={1}
          max={15}
        />
        {set.error && <FailureNotice error={set.error} />}
        <Button type="submit" loading={set.busy}>
          {t('common:action.save')}
        </Button>
      </Stack>
    </form>
  );
}
