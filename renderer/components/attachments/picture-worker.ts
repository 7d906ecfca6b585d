/**
 * @file Decodes and draws one picture anew, apart from the window: what a decoder is given here is foreign, and a worker
 * can be ended when it takes too long. Orientation is applied, and nothing but pixels survives.
 */
import { drawJpeg, drawPreview } from './draw-preview.ts';
import { attachmentLimits } from './limits.ts';

export type RedrawnPicture = { readonly picture: Blob; readonly preview: Blob | null };
/** Null: it cannot be decoded. */
export type PictureAnswer = RedrawnPicture | null;

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void redraw(data)
    .catch(() => null)
    .then((answer: PictureAnswer) => postMessage(answer));
});

async function redraw(file: Blob): Promise<RedrawnPicture> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const picture = await drawJpeg(bitmap, attachmentLimits.longSide, attachmentLimits.jpegQuality);
  const preview = await drawPreview(bitmap);
  bitmap.close();
  return { picture, preview };
}
