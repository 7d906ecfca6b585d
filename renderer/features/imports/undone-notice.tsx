import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';

type Undone = OutputOf<'imports.undo'>;

/** What went back, and what stays because somebody has worked on it. */
export function UndoneNotice({ undone }: { undone: Undone }) {
  const { t } = useTranslation();
  const { voided, setBack, kept, keptTotal } = undone;
  const why: Readonly<Record<Undone['kept'][number]['why'], string>> = {
    changed: t('imports:undo.changed'),
    'in-use': t('imports:undo.inUse'),
    locked: t('imports:undo.locked'),
  };
  return (
    <Alert color={keptTotal > 0 ? 'yellow' : 'green'} title={t('imports:undo.done')} role="status">
      <List role="list">
        {voided > 0 && <List.Item>{t('imports:undo.voided', { count: voided })}</List.Item>}
        {setBack > 0 && <List.Item>{t('imports:undo.setBack', { count: setBack })}</List.Item>}
        {keptTotal > 0 && <List.Item>{t('imports:undo.kept', { count: keptTotal })}</List.Item>}
      </List>
      {kept.length > 0 && (
        <>
          <Text fw={600}>{t('imports:undo.keptTitle')}</Text>
          <List>
            {kept.map(({ recordId, title, why: reason }) => (
              <List.Item key={`${recordId} ${title}`}>
                <bdi>{title}</bdi>: {why[reason]}
              </List.Item>
            ))}
          </List>
          {keptTotal > kept.length && <Text>{t('imports:more', { count: keptTotal - kept.length })}</Text>}
        </>
      )}
    </Alert>
  );
}
