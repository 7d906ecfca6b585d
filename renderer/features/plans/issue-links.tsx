import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** To the records of the issues that a problem was made from. */
export function IssueLinks({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" component="span">
      {ids.map((id) => (
        <Anchor key={id} href={`#/issues/${id}`}>
          {t('plans:problem.toIssue')}
        </Anchor>
      ))}
    </Group>
  );
}
