import { Stack, Text } from '@mantine/core';
import { IconBuilding, IconBuildingBank, IconBuildingCommunity, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '#renderer/components/page-title.tsx';
import type { HomeKind } from './home-form.tsx';

/** The first question: which place in the tree this computer stands for, or whether it was here before. */
export function KindChoice({ onChoose }: { onChoose: (kind: HomeKind | 'restore') => void }) {
  const { t } = useTranslation();
  const kinds = [
    { kind: 'office', icon: IconBuilding, title: t('session:setup.office'), text: t('session:setup.officeText') },
    {
      kind: 'department',
      icon: IconBuildingCommunity,
      title: t('session:setup.department'),
      text: t('session:setup.departmentText'),
    },
    {
      kind: 'directorate',
      icon: IconBuildingBank,
      title: t('session:setup.directorate'),
      text: t('session:setup.directorateText'),
    },
    { kind: 'restore', icon: IconRestore, title: t('backup:restore.title'), text: t('backup:restore.text') },
  ] as const;
  return (
    <>
      <PageTitle title={t('session:setup.title')} />
      <Text mb="md">{t('session:setup.welcome')}</Text>
      <Stack>
        {kinds.map(({ kind, icon: Icon, title, text }) => (
          <button key={kind} type="button" className="big-action" onClick={() => onChoose(kind)}>
            <Icon size={40} aria-hidden />
            <span className="big-action-words">
              <Text component="span" display="block" fw={600} size="lg">
                {title}
              </Text>
              <Text component="span" display="block" c="dimmed">
                {text}
              </Text>
            </span>
          </button>
        ))}
      </Stack>
    </>
  );
}
