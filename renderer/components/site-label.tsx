import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSites } from './use-sites.ts';

/** The name of a site with the way to its page; words in its place where it is not seen here. */
export function SiteLabel({ id }: { id: string }) {
  const { t } = useTranslation();
  const { of, known } = useSites();
  const site = of(id);
  if (!site) return known ? <span>{t('holdings:site.unseen')}</span> : null;
  return (
    <Anchor href={`#/sites/${id}`}>
      <bdi>{site.name}</bdi>
    </Anchor>
  );
}
