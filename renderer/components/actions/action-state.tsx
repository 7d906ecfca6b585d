import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '#shared/contract/actions.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';

/** How an action stands; lateness in words, and in red. */
export function ActionState({ action }: { action: Pick<ActionRow, 'status' | 'late' | 'daysLate' | 'escalated'> }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} component="span">
      <CodeLabel list="action_item_status" code={action.status} />
      {action.late && (
        <Badge variant="default" c="var(--mantine-color-error)">
          {t('common:count.overdueDays', { count: action.daysLate })}
        </Badge>
      )}
      {action.escalated && <Badge variant="default">{t('actions:escalated')}</Badge>}
    </Group>
  );
}
