import { Text } from '@mantine/core';
import { PersonText } from '#renderer/components/person-text.tsx';

/** A passage with its label; nothing where nothing was written. */
export function Said({ label, text }: { label: string; text: string | null }) {
  if (text === '') return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text className="passage">
        <PersonText value={text} />
      </Text>
    </div>
  );
}
