import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';

type Props = {
  of: OutputOf<'imports.list'>[number];
  onClose: () => void;
  onUndone: (undone: OutputOf<'imports.undo'>) => void;
};

export function UndoDialog({ of, onClose, onUndone }: Props) {
  const { t } = useTranslation();
  const undo = useCommand('imports.undo');

  async function act(): Promise<void> {
    const done = await undo.run({ importId: of.id, reason: t('imports:undo.reason') });
    if (done.ok) onUndone(done.value);
  }

  return (
    <ConfirmDialog
      opened
      danger
      title={t('imports:undo.of', { file: of.file })}
      text={t('imports:undo.text')}
      act={t('imports:undo.act')}
      busy={undo.busy}
      error={undo.error}
      onAct={() => void act()}
      onClose={onClose}
    />
  );
}
