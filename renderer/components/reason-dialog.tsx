import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PassageField } from './fields/passage-field.tsx';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  act: string;
  onAct: (reason: string) => void;
  busy?: boolean;
  error?: AppError | null;
};

/** Asks for the reason of an act that is recorded with it. */
export function ReasonDialog({ onAct, ...dialog }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <ConfirmDialog
      {...dialog}
      danger
      onAct={() => {
        setTried(true);
        if (!isMissing) onAct(reason.trim());
      }}
    >
      <PassageField
        label={t('common:label.reason')}
        required
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={tried && isMissing ? t('errors:field.required') : undefined}
      />
    </ConfirmDialog>
  );
}
