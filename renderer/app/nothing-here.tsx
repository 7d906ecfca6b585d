import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';

export function NothingHere() {
  const { t } = useTranslation();
  return <EmptyState title={t('home:nothingHere.title')} text={t('home:nothingHere.text')} />;
}
