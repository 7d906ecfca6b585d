import { Alert, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import type { StepProps } from './step-props.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { elsewhere } from './write-steps.ts';

type Props = StepProps & { onBack: () => void; onNext: () => void };

/** Which stick. One that is put in appears by itself; nobody types a path. */
export function WhereStep({ steps, answers, change, sticks, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const capabilities = useCall('host.capabilities', {});
  const [asked, setAsked] = useState(false);
  const found = sticks?.sticks ?? [];
  const only = found.length === 1 ? found[0] : undefined;
  // With one stick in there is nothing to ask, unless another place was chosen.
  const place = answers.place ?? only?.token ?? null;
  const stick = found.find(({ token }) => token === place) ?? null;
  const isAnswered = place === elsewhere || stick !== null;
  const isGone = answers.stick !== null && place === answers.stick.token && stick === null;

  function goOn(): void {
    setAsked(true);
    if (!isAnswered) return;
    change({ place, stick });
    onNext();
  }

  return (
    <WizardFrame
      {...steps}
      heading={t('sticks:write.whereTitle')}
      onBack={onBack}
      next={{ label: t('sticks:next'), onNext: goOn }}
    >
      <div role="status">{sticks !== null && found.length === 0 && <Text>{t('sticks:write.waitForStick')}</Text>}</div>
      <Radio.Group
        aria-label={t('sticks:write.whereTitle')}
        value={place ?? ''}
        onChange={(chosen) => change({ place: chosen, stick: found.find(({ token }) => token === chosen) ?? null })}
      >
        <Stack gap="sm">
          {found.map(({ token, label, freeBytes, totalBytes }) => (
            <Radio
              key={token}
              value={token}
              label={t('sticks:write.stick', { label, free: freeBytes, total: totalBytes })}
            />
          ))}
          <Radio
            value={elsewhere}
            label={capabilities.value?.dialogs ? t('sticks:write.folder') : t('sticks:write.download')}
          />
        </Stack>
      </Radio.Group>
      {isGone && (
        <Alert color="orange" role="alert">
          {t('sticks:write.gone')}
        </Alert>
      )}
      {asked && !isAnswered && !isGone && (
        <Alert color="red" role="alert">
          {t('sticks:write.choose')}
        </Alert>
      )}
    </WizardFrame>
  );
}
