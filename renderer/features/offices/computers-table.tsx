import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { BlockedMark } from './blocked-mark.tsx';
import type { Computer } from './use-nodes.ts';

/** As much of a device id as people compare. */
export const shortDevice = (device: string): string => device.slice(0, 6);

/** Computers of one office: what of them is here, and whether they count. */
export function ComputersTable({ computers }: { computers: readonly Computer[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: readonly TableColumn<Computer>[] = [
    {
      key: 'computer',
      header: t('devices:column.computer'),
      cell: ({ device, series, own }) => (
        <>
          <Identifier>{shortDevice(device)}</Identifier>
          <Text size="sm" c="dimmed">
            {series === null ? t('devices:noLetter') : t('devices:letter', { letter: series })}
          </Text>
          {own && <Text size="sm">{t('devices:own')}</Text>}
        </>
      ),
    },
    { key: 'entries', header: t('devices:column.entries'), cell: ({ changes }) => format.number(changes) },
    { key: 'last', header: t('devices:column.last'), cell: ({ lastAt }) => <MomentText value={lastAt} /> },
    { key: 'state', header: t('devices:column.state'), cell: (computer) => <ComputerState computer={computer} /> },
    {
      key: 'act',
      header: t('devices:column.act'),
      cell: ({ device, node, own, revoked }) =>
        own || revoked ? (
          '–'
        ) : (
          <Button component="a" href={`#/offices/${node}/block/${device}`} variant="default">
            {t('devices:block.open')}
          </Button>
        ),
    },
  ];
  return <SimpleTable label={t('devices:title')} columns={columns} rows={computers} rowKey={({ device }) => device} />;
}

function ComputerState({ computer: { revoked, setAside } }: { computer: Computer }) {
  const { t } = useTranslation();
  if (!revoked) return t('devices:inUse');
  return (
    <Stack gap={2} align="flex-start">
      <BlockedMark />
      {setAside > 0 && <Text size="sm">{t('devices:setAside', { count: setAside })}</Text>}
    </Stack>
  );
}
