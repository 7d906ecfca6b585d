import { Box, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { PdfPages } from './pdf-pages.tsx';
import { useContents } from './use-contents.ts';
import { useViewerKeys } from './use-viewer-keys.ts';
import { useZoom, type Zoom, ZoomButtons } from './zoom.tsx';

type Props = {
  recordId: string;
  /** Those that are whole here, in the order of the list. */
  files: readonly Attachment[];
  /** Id of the one that is shown first. */
  first: string;
  onClose: () => void;
};

/**
 * Shows one file after another from memory. The keys: N and P for the files, Page Up and Page Down for the pages, plus
 * and minus for the size.
 */
export function ViewerDialog({ recordId, files, first, onClose }: Props) {
  const { t } = useTranslation();
  const [id, setId] = useState(first);
  const zoom = useZoom();
  const index = files.findIndex((file) => file.id === id);
  const file = files[index];
  const go = (step: -1 | 1) => {
    const next = files[index + step];
    if (!next) return;
    setId(next.id);
    zoom.reset();
  };
  useViewerKeys([['N', () => go(1)], ['P', () => go(-1)], ...zoom.keys]);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title={<bdi>{file?.name ?? ''}</bdi>}
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <Stack gap="sm" className="viewer">
        <Group justify="space-between">
          <Group gap="xs">
            {files.length > 1 && (
              <>
                <StepButton act="previous" isAtEnd={index <= 0} onStep={() => go(-1)} />
                <StepButton act="next" isAtEnd={index >= files.length - 1} onStep={() => go(1)} />
              </>
            )}
            <Text>{t('attachments:viewer.which', { number: index + 1, count: files.length })}</Text>
          </Group>
          <ZoomButtons zoom={zoom} />
        </Group>
        {file && <OneFile key={file.id} recordId={recordId} file={file} zoom={zoom} />}
      </Stack>
    </Modal>
  );
}

function StepButton({ act, isAtEnd, onStep }: { act: 'previous' | 'next'; isAtEnd: boolean; onStep: () => void }) {
  const { t } = useTranslation();
  const Icon = act === 'next' ? IconArrowRight : IconArrowLeft;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={18} aria-hidden className="mantine-rotate-rtl" />}
      disabled={isAtEnd}
      onClick={onStep}
    >
      {act === 'next' ? t('attachments:viewer.next') : t('attachments:viewer.previous')}
    </Button>
  );
}

function OneFile({ recordId, file, zoom }: { recordId: string; file: Attachment; zoom: Zoom }) {
  const { t } = useTranslation();
  const contents = useContents({ recordId, attachmentId: file.id, preview: false });
  if (contents.status === 'failed') return <FailureNotice error={contents.error} />;
  if (contents.status === 'loading') {
    return (
      <Text role="status">
        {t('attachments:viewer.loading', { done: contents.doneBytes, total: file.bytes ?? contents.doneBytes })}
      </Text>
    );
  }
  if (file.type === 'application/pdf') return <PdfPages blob={contents.blob} name={file.name ?? ''} zoom={zoom} />;
  return <Picture url={contents.url} name={file.name ?? ''} zoom={zoom} />;
}

function Picture({ url, name, zoom }: { url: string; name: string; zoom: Zoom }) {
  const { t } = useTranslation();
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Text role="alert">{t('attachments:viewer.unreadable')}</Text>;
  return (
    <Box component="section" className="viewer-sheet" tabIndex={0} aria-label={name}>
      <img
        src={url}
        alt={name}
        style={{ blockSize: zoom.size, maxInlineSize: zoom.size }}
        onError={() => setBroken(true)}
      />
    </Box>
  );
}
