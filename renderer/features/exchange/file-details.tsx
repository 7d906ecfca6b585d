import { Alert, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeHelp } from '#renderer/components/code-help.tsx';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { WaybillButton } from '#renderer/components/waybill-button.tsx';
import { type HistoryRow, useOutcome } from './use-outcome.ts';

/** All that is known of one file, what to do where something is amiss, and its paper. */
export function FileDetails({ row, onClose }: { row: HistoryRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcome();
  const { positions, code, node, bundleNumber } = row;
  const facts = [
    { label: t('common:label.time'), value: <MomentText value={row.at} /> },
    { label: t('common:label.office'), value: <bdi>{row.peerName ?? '–'}</bdi> },
    {
      label: t('exchange:history.direction'),
      value: row.direction === 'in' ? t('exchange:history.in') : t('exchange:history.out'),
    },
    {
      label: t('exchange:history.number'),
      value: bundleNumber === null ? '–' : <Identifier>{String(bundleNumber)}</Identifier>,
    },
    { label: t('exchange:history.changes'), value: format.number(row.changes) },
    { label: t('exchange:history.positions'), value: positions === null ? '–' : rangeText(positions) },
    { label: t('exchange:history.parts'), value: format.number(row.blobParts) },
    { label: t('exchange:history.bytes'), value: format.size(row.bytes) },
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={t('exchange:history.detailsOf', { file: row.file })}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <Stack>
        {code === null ? (
          <Text fw={600}>{outcome(row)}</Text>
        ) : (
          <Alert color="orange" title={t('exchange:history.todo')}>
            <CodeHelp code={code} />
          </Alert>
        )}
        <Facts facts={facts} />
        <div>
          <Text size="sm" c="dimmed">
            {t('exchange:history.sha')}
          </Text>
          <Text dir="ltr" className="identifier long-number">
            {row.sha}
          </Text>
        </div>
        {row.direction === 'out' && node !== null && bundleNumber !== null && (
          <Group>
            <WaybillButton node={node} bundleNumber={bundleNumber} />
          </Group>
        )}
      </Stack>
    </Modal>
  );

  function rangeText({ from, to }: { from: number; to: number }): string {
    return to < from ? t('exchange:history.noChanges') : t('exchange:history.range', { from, to });
  }
}
