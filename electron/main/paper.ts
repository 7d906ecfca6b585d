/** @file The PDF of a paper, made in memory from the window that shows it: print styles leave nothing else of the screen. */
import type { MakePdf } from '#core/host-call.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { CurrentWindow } from './ipc.ts';

export function createPaperMaker(currentWindow: CurrentWindow): MakePdf {
  return async () => {
    const window = currentWindow();
    if (!window || window.isDestroyed()) return err(refusal('host/pdf-failed', {}));
    try {
      const pdf = await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return ok({ data: pdf.toString('base64') });
    } catch {
      return err(refusal('host/pdf-failed', {}));
    }
  };
}
