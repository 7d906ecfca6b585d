import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quorum } from '#shared/domain/meeting-rules.ts';

/** How many of those who may vote took part, and what that means; nothing where no quorum is asked for. */
export function QuorumLine({ quorum }: { quorum: Quorum | null }) {
  const { t } = useTranslation();
  if (quorum === null) return null;
  const { present, voters, needed, reached } = quorum;
  return (
    <Text role="status" fw={500} c={reached ? undefined : 'red.9'}>
      {reached
        ? t('meetings:quorum.reached', { present, voters, needed })
        : t('meetings:quorum.missed', { present, voters, needed })}
    </Text>
  );
}
