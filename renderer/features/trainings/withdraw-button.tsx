import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrainingView } from '#shared/contract/trainings.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';

type Props = { view: TrainingView; participant: string; name: string };

export function WithdrawButton({ view, participant, name }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const withdraw = useCommand('trainings.withdraw');
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('trainings:certificate.withdrawOf', { name })}
        onClick={() => {
          withdraw.clear();
          setAsks(true);
        }}
      >
        {t('trainings:certificate.withdraw')}
      </Button>
      <ReasonDialog
        opened={asks}
        onClose={() => setAsks(false)}
        recordId={view.id}
        what={participant}
        title={t('trainings:certificate.withdrawTitle')}
        text={t('trainings:certificate.withdrawText')}
        act={t('trainings:certificate.withdrawAct')}
        busy={withdraw.busy}
        error={withdraw.error}
        onAct={async (reason) => {
          const done = await withdraw.run({ trainingId: view.id, participant, reason, heads: view.heads });
          return done.ok;
        }}
      />
    </>
  );
}
