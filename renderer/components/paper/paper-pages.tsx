import { Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The PDF as it will be printed: each page drawn, one under the other. `data` is base64. */
export function PaperPages({ data, title }: { data: string; title: string }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ readonly pages: number } | 'failed' | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void drawPages(data, place.current, stop.signal, (page) => t('papers:preview.page', { title, page })).then(
      (pages) => {
        if (!stop.signal.aborted) setDrawn(pages === null ? 'failed' : { pages });
      },
    );
    return () => stop.abort();
  }, [data, title, t]);
  return (
    <section className="paper-preview not-printed" aria-label={t('papers:preview.title')}>
      <Text role="status">
        {drawn === null && t('papers:preview.drawing')}
        {drawn === 'failed' && t('papers:preview.failed')}
        {typeof drawn === 'object' && drawn !== null && t('papers:preview.pages', { count: drawn.pages })}
      </Text>
      <div ref={place} className="paper-sheets" />
    </section>
  );
}

/** Pixels of a style that a page is wide at most. */
const pageWidth = 794;

/** How many pages were drawn; `null` where the PDF cannot be read. */
async function drawPages(
  data: string,
  place: HTMLElement | null,
  signal: AbortSignal,
  labelOf: (page: number) => string,
): Promise<number | null> {
  // Larger than all screens together, so it is fetched for the first paper alone.
  const { openPdf } = await import('#renderer/components/attachments/pdf-document.ts');
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const pdf = await openPdf(bytes, signal);
  if (typeof pdf === 'string') return null;
  try {
    place?.replaceChildren();
    for (let page = 1; page <= pdf.pages; page += 1) {
      const canvas = await pdf.drawPage(page, pageWidth * Math.min(2, window.devicePixelRatio), signal);
      if (typeof canvas === 'string') return null;
      if (signal.aborted) return null;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', labelOf(page));
      place?.append(canvas);
    }
    return pdf.pages;
  } finally {
    pdf.close();
  }
}
