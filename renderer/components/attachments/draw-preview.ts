import { attachmentLimits, fitted, previewTries } from './limits.ts';

/** Decoded, in whatever form; `width` and `height` in pixels. */
type Drawn = (ImageBitmap | OffscreenCanvas) & { readonly width: number; readonly height: number };

/** The picture on white at most `longSide` wide or high, as JPEG. What was transparent would turn black. */
export async function drawJpeg(source: Drawn, longSide: number, quality: number): Promise<Blob> {
  const { width, height } = fitted(source.width, source.height, longSide);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

/** The small picture of a list: as good as fits into its limit. */
export async function drawPreview(source: Drawn): Promise<Blob | null> {
  for (const { side, quality } of previewTries) {
    const preview = await drawJpeg(source, side, quality);
    if (preview.size <= attachmentLimits.previewBytes) return preview;
  }
  return null;
}
