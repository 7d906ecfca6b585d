import type { TFunction } from 'i18next';
import type { GroupWords } from '#renderer/components/record/group-words.tsx';
import { useTransferStates, useTransferWords } from '#renderer/components/use-transfer-words.ts';

/** How history tells the hand-over of a record, of whatever type. */
export const transferGroup = (t: TFunction): GroupWords[string] => ({
  label: t('transfers:group.transfer'),
  fields: {
    state: { label: t('transfers:group.state'), as: (value) => <TransferStateLabel state={String(value)} /> },
    reason: { label: t('common:label.reason'), as: (value) => <TransferReasonLabel code={String(value)} /> },
  },
});

function TransferStateLabel({ state }: { state: string }) {
  const states: Readonly<Record<string, string>> = useTransferStates();
  return <span>{states[state] ?? state}</span>;
}

function TransferReasonLabel({ code }: { code: string }) {
  return <span>{useTransferWords().reasonOf(code)}</span>;
}
