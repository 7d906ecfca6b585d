import { Stack, Text } from '@mantine/core';
import { PersonText } from '#renderer/components/person-text.tsx';

/** Stands where a field would be whose content stays at the office that owns the record. */
export function WithheldField({ label }: { label: string }) {
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <PersonText value={null} />
    </Stack>
  );
}
