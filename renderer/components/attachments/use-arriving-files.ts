import { useEffect, useState } from 'react';

/**
 * Files pasted or dropped anywhere on the screen. A file dropped beside its place would otherwise open in the window
 * and take everything typed with it, so drops are caught also where nothing is taken (`onFiles` null). Answers whether
 * files are just being held above the screen.
 */
export function useArrivingFiles(onFiles: ((files: readonly File[]) => void) | null): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = onFiles === null ? 'none' : 'copy';
      setHeld(onFiles !== null);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHeld(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setHeld(false);
      take([...(event.dataTransfer?.files ?? [])]);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Word processors put a picture beside the text that somebody means to paste into a field.
      if (files.length === 0 || (isField(event.target) && event.clipboardData?.types.includes('text/plain'))) return;
      event.preventDefault();
      take(files);
    };
    const take = (files: readonly File[]) => {
      if (files.length > 0) onFiles?.(files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return held;
}

const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
