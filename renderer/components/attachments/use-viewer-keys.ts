import { type HotkeyItem, useHotkeys } from '@mantine/hooks';

/** The code of a key, of a letter the letter alone, and what it does. */
export type ViewerKey = readonly [string, () => void];

/** By the place of the key, so that they work with an Arabic layout too; in a field they type. Plus needs Shift. */
export function useViewerKeys(keys: readonly ViewerKey[]): void {
  useHotkeys(
    keys.flatMap(([code, act]) =>
      [code, `shift+${code}`].map((hotkey): HotkeyItem => [hotkey, act, { usePhysicalKeys: true }]),
    ),
  );
}
