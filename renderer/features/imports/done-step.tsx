import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import { RecentImports } from './recent-imports.tsx';
import { StepTitle } from './step-title.tsx';

type Props = { done: OutputOf<'imports.run'>; kind: SheetKind; onAgain: () => void };

export function DoneStep({ done, kind, onAgain }: Props) {
  const { t } = useTranslation();
  const { made, altered, left } = done;
  return (
    <Stack>
      <StepTitle>{t('imports:step.done')}</StepTitle>
      <Text fw={600} role="status">
        {t('imports:done.title')}
      </Text>
      <List role="list">
        <List.Item>{t('imports:done.made', { count: made })}</List.Item>
        {altered > 0 && <List.Item>{t('imports:done.altered', { count: altered })}</List.Item>}
        {left > 0 && <List.Item>{t('imports:done.left', { count: left })}</List.Item>}
      </List>
      <Group>
        <Button onClick={onAgain}>{t('imports:done.again')}</Button>
      </Group>
      <RecentImports kind={kind} />
    </Stack>
  );
}
