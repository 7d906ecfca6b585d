/** @file A file that somebody chose, made ready to be stored: drawn anew where it is a picture, with a preview. */
import { drawPreview } from './draw-preview.ts';
import { fileKindOf, headBytes } from './file-kind.ts';
import { attachmentLimits } from './limits.ts';
import { redrawPicture } from './redraw-picture.ts';

export type PreparedFile = {
  readonly contents: Blob;
  readonly preview: Blob | null;
  /** Why there is no preview, where it is the file's doing. */
  readonly note: 'password' | 'noPreview' | null;
};

export type PrepareFault = 'type' | 'heic' | 'empty' | 'size' | 'pixels' | 'unreadable' | 'slow' | 'cancelled';

/** Width in which the first page of a paper is drawn before it becomes the small picture. */
const pageWidth = 960;

export async function prepareFile(file: Blob, signal: AbortSignal): Promise<PreparedFile | PrepareFault> {
  if (file.size === 0) return 'empty';
  const found = fileKindOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  switch (found.kind) {
    case 'heic':
      return 'heic';
    case 'other':
      return 'type';
    case 'pdf':
      return file.size > attachmentLimits.fileBytes ? 'size' : preparePaper(file, signal);
    case 'picture':
      if (file.size > attachmentLimits.pictureBytes) return 'size';
      if (found.width * found.height > attachmentLimits.picturePixels) return 'pixels';
      return preparePicture(file, signal);
  }
}

async function preparePicture(file: Blob, signal: AbortSignal): Promise<PreparedFile | PrepareFault> {
  const drawn = await redrawPicture(file, signal);
  return typeof drawn === 'string' ? drawn : { contents: drawn.picture, preview: drawn.preview, note: null };
}

/** A paper that cannot be drawn is kept all the same: another program may read it one day. */
async function preparePaper(file: Blob, signal: AbortSignal): Promise<PreparedFile | PrepareFault> {
  const { openPdf } = await import('./pdf-document.ts');
  const pdf = await openPdf(new Uint8Array(await file.arrayBuffer()), signal);
  const contents = new Blob([file], { type: 'application/pdf' });
  if (typeof pdf === 'string') return withoutPreview(contents, pdf);
  const page = await pdf.drawPage(1, pageWidth, signal);
  pdf.close();
  if (typeof page === 'string') return withoutPreview(contents, page);
  const bitmap = await createImageBitmap(page);
  const preview = await drawPreview(bitmap);
  bitmap.close();
  return { contents, preview, note: null };
}

const withoutPreview = (contents: Blob, why: string): PreparedFile | PrepareFault =>
  why === 'cancelled' ? 'cancelled' : { contents, preview: null, note: why === 'password' ? 'password' : 'noPreview' };
