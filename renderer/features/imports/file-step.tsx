import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PickedFile } from '#renderer/client/files.ts';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';
import { StepTitle } from './step-title.tsx';

export function FileStep({ onPicked }: { onPicked: (file: PickedFile) => void }) {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <StepTitle focus={false}>{t('imports:step.file')}</StepTitle>
      <Text>{t('imports:file.hint')}</Text>
      <PickFilesButton
        kind="sheet"
        label={t('imports:file.choose')}
        onPicked={([file]) => {
          if (file) onPicked(file);
        }}
      />
    </Stack>
  );
}
