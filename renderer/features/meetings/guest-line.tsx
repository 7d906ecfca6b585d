import { Group } from '@mantine/core';
import { useFormat } from '#renderer/components/language-context.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';

export function GuestLine({ sex, ageBand, count }: { sex: string; ageBand: string; count: number }) {
  const format = useFormat();
  return (
    <Group gap="xs" component="span">
      <CodeLabel list="sex" code={sex} />
      <CodeLabel list="age_band" code={ageBand} />
      <span>{format.number(count)}</span>
    </Group>
  );
}
