import { ActionIcon, Group, Text } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewerKey } from './use-viewer-keys.ts';

/** 1 shows a picture as a whole, and a page as wide as reads well. */
const steps = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const whole = steps.indexOf(1);

export type Zoom = {
  readonly factor: number;
  /** The same as a share of the room there is, for a style. */
  readonly size: string;
  readonly larger: (() => void) | null;
  readonly smaller: (() => void) | null;
  readonly reset: () => void;
  readonly keys: readonly ViewerKey[];
};

export function useZoom(): Zoom {
  const [index, setIndex] = useState<number>(whole);
  const factor = steps[index] ?? 1;
  const larger = index < steps.length - 1 ? () => setIndex(index + 1) : null;
  const smaller = index > 0 ? () => setIndex(index - 1) : null;
  const grow = () => larger?.();
  const shrink = () => smaller?.();
  return {
    factor,
    size: `${factor * 100}%`,
    larger,
    smaller,
    reset: () => setIndex(whole),
    keys: [
      ['Equal', grow],
      ['NumpadAdd', grow],
      ['Minus', shrink],
      ['NumpadSubtract', shrink],
      ['Digit0', () => setIndex(whole)],
    ],
  };
}

export function ZoomButtons({ zoom }: { zoom: Zoom }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size={44}
        aria-label={t('attachments:viewer.smaller')}
        disabled={zoom.smaller === null}
        onClick={() => zoom.smaller?.()}
      >
        <IconZoomOut size={20} aria-hidden />
      </ActionIcon>
      <Text role="status">{t('attachments:viewer.zoom', { percent: Math.round(zoom.factor * 100) })}</Text>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={t('attachments:viewer.larger')}
        disabled={zoom.larger === null}
        onClick={() => zoom.larger?.()}
      >
        <IconZoomIn size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
