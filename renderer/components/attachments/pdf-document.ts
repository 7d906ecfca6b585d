/**
 * @file Papers in PDF, read by pdf.js without WebAssembly, scripts, forms or network (docs/adr/0011). It is taken in by
 * `import()` alone: it is larger than all screens together.
 */
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
import { type Interruption, inTime } from './in-time.ts';
import { attachmentLimits } from './limits.ts';

export type PdfFault = 'password' | 'unreadable' | Interruption;

export type OpenPdf = {
  readonly pages: number;
  /** Draws page `number`, from 1, `width` pixels wide where the limit of a page allows it. */
  readonly drawPage: (number: number, width: number, signal: AbortSignal) => Promise<HTMLCanvasElement | PdfFault>;
  /** Ends its worker; nothing is drawn afterwards. */
  readonly close: () => void;
};

/** Opens a paper of at most `attachmentLimits.fileBytes`; `bytes` go to the worker and are gone here. */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<OpenPdf | PdfFault> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const task = getDocument({
    data: bytes,
    worker: PDFWorker.create({ port, verbosity: 0 }),
    // Compiling WebAssembly would need a looser policy; what pdf.js ships as scripts in its place does the same.
    useWasm: false,
    wasmUrl: new URL('assets/pdfjs/', document.baseURI).href,
    enableXfa: false,
    disableWorkerRendering: true,
    useSystemFonts: true,
    maxImageSize: attachmentLimits.picturePixels,
    canvasMaxAreaInBytes: attachmentLimits.pagePixels * 4,
    verbosity: 0,
  });
  const close = () => {
    void task.destroy().catch(() => null);
    port.terminate();
  };
  const opened = await inTime(task.promise.catch(faultOf), attachmentLimits.pdfSeconds, signal);
  if (typeof opened === 'string') {
    close();
    return opened;
  }
  return { pages: opened.numPages, drawPage: (...args) => drawPage(opened, ...args), close };
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | PdfFault> {
  const page = await inTime(pdf.getPage(number).catch(faultOf), attachmentLimits.pdfSeconds, signal);
  if (typeof page === 'string') return page;
  const natural = page.getViewport({ scale: 1 });
  const most = Math.sqrt(attachmentLimits.pagePixels / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(width / natural.width, most) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const drawing = page.render({ canvas, viewport });
  const drawn = await inTime(drawing.promise.then(() => canvas).catch(faultOf), attachmentLimits.pdfSeconds, signal);
  if (drawn === 'slow' || drawn === 'cancelled') drawing.cancel();
  page.cleanup();
  return drawn;
}

const faultOf = (cause: unknown): 'password' | 'unreadable' =>
  cause instanceof Error && cause.name === 'PasswordException' ? 'password' : 'unreadable';
