import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import type { OpenPdf, PdfFault } from './pdf-document.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import type { Zoom } from './zoom.tsx';

/** One page at a time, however many there are. Page Up and Page Down turn them. */
export function PdfPages({ blob, name, zoom }: { blob: Blob; name: string; zoom: Zoom }) {
  const { t } = useTranslation();
  const pdf = usePdf(blob);
  if (pdf === null) return <Text role="status">{t('common:state.loading')}</Text>;
  if (typeof pdf === 'string') return <PdfFaultText fault={pdf} />;
  return <Pages pdf={pdf} name={name} zoom={zoom} />;
}

function usePdf(blob: Blob): OpenPdf | PdfFault | null {
  const [pdf, setPdf] = useState<OpenPdf | PdfFault | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let opened: OpenPdf | null = null;
    async function open(): Promise<void> {
      const { openPdf } = await import('./pdf-document.ts');
      const answer = await openPdf(new Uint8Array(await blob.arrayBuffer()), stop.signal);
      if (typeof answer !== 'string') opened = answer;
      if (stop.signal.aborted) opened?.close();
      else setPdf(answer);
    }
    void open().catch(() => setPdf('unreadable'));
    return () => {
      stop.abort();
      opened?.close();
    };
  }, [blob]);
  return pdf;
}

function Pages({ pdf, name, zoom }: { pdf: OpenPdf; name: string; zoom: Zoom }) {
  const { t } = useTranslation();
  /** What is typed need not be a page yet: the one that is shown stays until it is. */
  const [{ page, typed }, setPlace] = useState<{ page: number; typed: number | null }>({ page: 1, typed: 1 });
  const go = (to: number) => {
    const next = Math.min(pdf.pages, Math.max(1, to));
    setPlace({ page: next, typed: next });
  };
  useViewerKeys([
    ['PageDown', () => go(page + 1)],
    ['PageUp', () => go(page - 1)],
  ]);
  return (
    <Stack gap="sm" className="viewer-rest">
      <Group gap="xs" align="flex-end">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden className="mantine-rotate-rtl" />}
          disabled={page === 1}
          onClick={() => go(page - 1)}
        >
          {t('attachments:viewer.previousPage')}
        </Button>
        <Box w={160}>
          <NumberField
            label={t('attachments:viewer.page')}
            value={typed}
            onChange={(next) => setPlace({ page: isPage(next) ? next : page, typed: next })}
            min={1}
            max={pdf.pages}
          />
        </Box>
        <Text role="status" pb={8}>
          {t('attachments:viewer.pageOf', { page, pages: pdf.pages })}
        </Text>
        <Button
          variant="default"
          rightSection={<IconArrowRight size={18} aria-hidden className="mantine-rotate-rtl" />}
          disabled={page === pdf.pages}
          onClick={() => go(page + 1)}
        >
          {t('attachments:viewer.nextPage')}
        </Button>
      </Group>
      <Page pdf={pdf} page={page} label={t('attachments:viewer.sheet', { name, page })} zoom={zoom} />
    </Stack>
  );
}

const isPage = (typed: number | null): typed is number => typed !== null && !Number.isNaN(typed);

/** Of a page that is not made larger or smaller, in pixels of a style: lines of a letter as on paper. */
const readableWidth = 960;

function Page({ pdf, page, label, zoom }: { pdf: OpenPdf; page: number; label: string; zoom: Zoom }) {
  const place = useRef<HTMLElement>(null);
  const [fault, setFault] = useState<PdfFault | null>(null);
  const { factor } = zoom;
  useEffect(() => {
    const sheet = place.current;
    if (!sheet) return;
    const stop = new AbortController();
    const width = Math.round(Math.min(sheet.clientWidth, readableWidth) * factor);
    void pdf.drawPage(page, width * window.devicePixelRatio, stop.signal).then((drawn) => {
      if (stop.signal.aborted) return;
      if (typeof drawn === 'string') {
        sheet.replaceChildren();
        return setFault(drawn);
      }
      setFault(null);
      drawn.style.inlineSize = `${width}px`;
      drawn.setAttribute('role', 'img');
      drawn.setAttribute('aria-label', label);
      sheet.replaceChildren(drawn);
      sheet.scrollTo(0, 0);
    });
    return () => stop.abort();
  }, [pdf, page, label, factor]);
  return (
    <>
      {fault && <PdfFaultText fault={fault} />}
      <Box component="section" ref={place} className="viewer-sheet" tabIndex={0} aria-label={label} />
    </>
  );
}

function PdfFaultText({ fault }: { fault: PdfFault }) {
  const { t } = useTranslation();
  if (fault === 'password') return <Text role="alert">{t('attachments:viewer.password')}</Text>;
  if (fault === 'slow') return <Text role="alert">{t('attachments:viewer.slow')}</Text>;
  return <Text role="alert">{t('attachments:viewer.unreadable')}</Text>;
}
