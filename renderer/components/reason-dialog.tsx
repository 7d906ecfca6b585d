import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { PassageField } from './fields/passage-field.tsx';
import { FormStatusText } from './form-status.tsx';
import { KeptDraft } from './record-form/kept-draft.tsx';
import { useDraft } from './use-draft.ts';

type Props = {
  opened: boolean;
  onClose: () => void;
  /** The record it is about, and what is done to it: the draft is kept by both. */
  recordId: string;
  what: string;
  title: string;
  text: string;
  act: string;
  /** Answers whether it was done. */
  onAct: (reason: string) => Promise<boolean>;
  busy?: boolean;
  error?: AppError | null;
};

/** Asks for the reason of an act that is recorded with it. */
export function ReasonDialog({ opened, ...dialog }: Props) {
  return opened ? <OpenDialog {...dialog} /> : null;
}

function OpenDialog({ onAct, recordId, what, ...dialog }: Omit<Props, 'opened'>) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const draft = useDraft('reason', recordId, reason, setReason, dialog.title, what);
  const isMissing = reason.trim() === '';

  async function act(): Promise<void> {
    setTried(true);
    if (isMissing || !(await onAct(reason.trim()))) return;
    draft.clear();
    dialog.onClose();
  }

  return (
    <ConfirmDialog {...dialog} opened danger onAct={() => void act()}>
      <KeptDraft draft={draft} />
      <PassageField
        label={t('common:label.reason')}
        required
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={tried && isMissing ? t('errors:field.required') : undefined}
      />
      <FormStatusText status={draft.status} />
    </ConfirmDialog>
  );
}
