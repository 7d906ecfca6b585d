import { useEffect } from 'react';

/** The code of a key, and what it does. */
export type ViewerKey = readonly [string, () => void];

/** By the place of the key, so that they work with an Arabic layout too; in a field they type. */
export function useViewerKeys(keys: readonly ViewerKey[]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keys.find(([code]) => code === event.code)?.[1];
      if (!act || event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [keys]);
}
