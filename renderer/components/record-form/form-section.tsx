import { Group, Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { ConflictMark } from '#renderer/components/record/conflict-mark.tsx';

type Props = {
  title: string;
  /** Something in it has two different values. */
  conflict?: boolean;
  children: ReactNode;
};

/** A part of a form or of a record's page with its heading. */
export function FormSection({ title, conflict = false, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="sm">
        <Group gap="sm">
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {conflict && <ConflictMark />}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
