import { Anchor, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/client/session-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';

/** Leads to what the directorate sets for all offices. */
export function ReferenceScreen() {
  const { t } = useTranslation();
  const { node } = useSession();
  const parts = [
    { to: '/reference/rules', title: t('reference:rules.title'), text: t('reference:rules.text') },
    { to: '/reference/partners', title: t('reference:partners.title'), text: t('reference:partners.text') },
    { to: '/reference/places', title: t('reference:places.title'), text: t('reference:places.text') },
  ];
  return (
    <Stack>
      <PageTitle title={t('reference:title')} />
      <Text>{node?.kind === 'directorate' ? t('reference:introDirectorate') : t('reference:intro')}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {parts.map(({ to, title, text }) => (
          <section key={to} className="panel" aria-label={title}>
            <Title order={2} size="h4" mb="xs">
              <Anchor href={`#${to}`} inherit>
                {title}
              </Anchor>
            </Title>
            <Text>{text}</Text>
          </section>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
