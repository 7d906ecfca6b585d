import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Quorum } from '#shared/domain/meeting-rules.ts';

/** How many of those who may vote took part, and what that means; nothing where no quorum is asked for. */
export function QuorumLine({ quorum }: { quorum: Quorum | null }) {
  if (quorum === null) return null;
  return (
    <Text role="status" fw={500} c={quorum.reached ? undefined : 'red.9'}>
      <QuorumText quorum={quorum} />
    </Text>
  );
}

/** The same on a paper. */
export const QuorumParagraph = ({ quorum }: { quorum: Quorum | null }) =>
  quorum && (
    <p>
      <QuorumText quorum={quorum} />
    </p>
  );

function QuorumText({ quorum: { present, voters, needed, reached } }: { quorum: Quorum }) {
  const { t } = useTranslation();
  return reached
    ? t('meetings:quorum.reached', { present, voters, needed })
    : t('meetings:quorum.missed', { present, voters, needed });
}
