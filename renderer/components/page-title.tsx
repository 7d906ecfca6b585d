import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { stripIsolates } from '#shared/text/bidi.ts';

/**
 * Heading of a screen. The window's title names the kind of screen only: a record's name or number would be read by
 * whoever looks at the task bar.
 */
export function PageTitle({
  title,
  documentTitle,
  children,
}: {
  title: ReactNode;
  documentTitle?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const told = documentTitle ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    // A task bar draws the isolate marks of sentences as boxes; the title is one piece of text in one language.
    document.title = stripIsolates(told === '' ? t('common:app.name') : t('fields:windowTitle', { title: told }));
  }, [told, t]);
  return (
    <Group justify="space-between" align="center" wrap="wrap" className="page-title">
      <Title order={1} size="h2">
        {title}
      </Title>
      {children && <Group gap="sm">{children}</Group>}
    </Group>
  );
}
