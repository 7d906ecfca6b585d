import { Button, Stack, Text } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';
import type { ChosenFile, TakeInFrame } from './take-in.ts';
import { type Stick, useSticks } from './use-sticks.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Props = {
  frame: TakeInFrame;
  onStick: (stick: Stick) => void;
  onFiles: (files: readonly ChosenFile[]) => void;
};

/** A stick that is in, or files that lie elsewhere. */
export function SourceStep({ frame, onStick, onFiles }: Props) {
  const { t } = useTranslation();
  const sticks = useSticks();
  const found = sticks.value?.sticks ?? [];
  return (
    <WizardFrame {...frame} heading={t('sticks:takeIn.whereTitle')}>
      <div role="status">
        {sticks.status === 'ready' && found.length === 0 && <Text>{t('sticks:takeIn.waitForStick')}</Text>}
      </div>
      <Stack align="flex-start">
        {found.map((stick) => (
          <Button key={stick.token} leftSection={<IconUsb size={20} aria-hidden />} onClick={() => onStick(stick)}>
            {t('sticks:takeIn.stick', { label: stick.label })}
          </Button>
        ))}
        <Text>{t('sticks:takeIn.elsewhere')}</Text>
        <PickFilesButton
          kind="bundle"
          multiple
          variant={found.length === 0 ? 'filled' : 'default'}
          label={t('sticks:takeIn.pick')}
          onPicked={onFiles}
        />
      </Stack>
    </WizardFrame>
  );
}
