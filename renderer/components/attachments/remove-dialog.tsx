import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import type { AttachedRecord } from './attached-record.ts';

type Props = { record: AttachedRecord; attachment: Attachment; onClose: () => void; onRemoved: () => void };

export function RemoveDialog({ record, attachment, onClose, onRemoved }: Props) {
  const { t } = useTranslation();
  const remove = useCommand('attachments.remove');
  async function act(): Promise<void> {
    const done = await remove.run({ recordId: record.id, attachmentId: attachment.id, heads: record.heads });
    if (done.ok) onRemoved();
  }
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('attachments:remove.question')}
      text={t('attachments:remove.explain', { name: attachment.name ?? t('attachments:withheldName') })}
      act={t('attachments:remove.act')}
      onAct={() => void act()}
      busy={remove.busy}
      error={remove.error}
      danger
    />
  );
}
