/** @file What the window takes on, so that no file can hang it or fill the memory of a small PC. */

export const attachmentLimits = {
  /** As core: what is stored of one file. */
  fileBytes: 20 * 1024 * 1024,
  /** A photo before it is made smaller. */
  pictureBytes: 60 * 1024 * 1024,
  /** Four bytes each while it is decoded; phones make up to 50 million. */
  picturePixels: 64_000_000,
  pictureSeconds: 30,
  /** Of a stored picture; an A4 page keeps more than 200 dots an inch, so that small print stays readable. */
  longSide: 2560,
  jpegQuality: 0.85,
  /** As core. */
  previewBytes: 40_000,
  pdfSeconds: 20,
  /** Of one drawn page: a page may call itself as large as a house. */
  pagePixels: 12_000_000,
} as const;

/** Tried one after another until the preview fits; the last one always does. */
export const previewTries: readonly { readonly side: number; readonly quality: number }[] = [
  { side: 480, quality: 0.7 },
  { side: 480, quality: 0.5 },
  { side: 360, quality: 0.5 },
  { side: 240, quality: 0.4 },
  { side: 120, quality: 0.3 },
];

/** The size that fits a long side of at most `most`, in whole pixels, never larger than it was. */
export function fitted(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
