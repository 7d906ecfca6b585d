import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WaybillButton } from '#renderer/components/waybill-button.tsx';
import { WrittenFile } from '#renderer/components/written-file.tsx';
import type { StepProps } from './step-props.ts';
import { elsewhere, type Peer, type Written } from './write-steps.ts';

type Props = StepProps & { written: Written; peer: Peer };

/** Verified; and when the stick may come out. */
export function DoneStep({ answers, sticks, written, peer }: Props) {
  const { t } = useTranslation();
  const onStick = answers.place !== elsewhere;
  return (
    <>
      {onStick ? (
        <Text fw={600} role="status">
          {t('sticks:write.doneStick', {
            file: written.file.split(/[\\/]/).at(-1) ?? '',
            bytes: written.bytes,
            label: answers.stick?.label ?? '',
          })}
        </Text>
      ) : (
        <WrittenFile written={written} />
      )}
      {onStick && (
        <Text>{sticks?.system === 'windows' ? t('sticks:write.ejectWindows') : t('sticks:write.ejectOther')}</Text>
      )}
      <Text>{t('sticks:write.holds', { count: written.changes })}</Text>
      <Text>{t('sticks:write.carry', { name: peer.name })}</Text>
      <Group>
        <WaybillButton node={peer.node} bundleNumber={written.bundleNumber} />
      </Group>
    </>
  );
}
