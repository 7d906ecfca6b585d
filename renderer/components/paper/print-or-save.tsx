import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy, IconFiles, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAPER_PURPOSES, type PaperPurpose, type PaperRef } from '#shared/domain/papers.ts';
import type { Language } from '#shared/text/languages.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { asPaper } from './as-paper.ts';
import type { DrawnPaper } from './paper-context.ts';
import type { PaperPdf } from './use-paper-copy.ts';

type Props = {
  paper: PaperRef;
  language: Language;
  drawn: DrawnPaper;
  /** Number that stands on the edge of this copy. */
  copy: number;
  pdf: PaperPdf;
  /** Draws the copy with the next number. */
  onAnother: () => void;
};

type Gone = 'printed' | 'saved';

/** Each copy leaves once: it is counted first, then handed over. */
export function PrintOrSave({ paper, language, drawn, copy, pdf, onAnother }: Props) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState<PaperPurpose>(paper.kind === 'waybill' ? 'carrier' : 'file');
  const [gone, setGone] = useState<Gone | null>(null);
  const [saved, setSaved] = useState(false);
  const count = useCommand('papers.print');
  const save = useCommand('papers.save');
  const { withFolder, error: folderError } = useSaveFolder();
  const error = count.error ?? save.error ?? folderError;
  const isTaken = count.error?.code === 'paper/copy-taken';
  const choices = PAPER_PURPOSES.map((one) => ({ value: one, label: t(`papers:purpose.${one}`) }));

  async function leave(way: Gone): Promise<boolean> {
    if (gone === way) return true;
    const counted = await count.run({ ...paper, language, copy, purpose, way });
    if (counted.ok) setGone(way);
    return counted.ok;
  }

  async function print(): Promise<void> {
    if (await leave('printed')) await asPaper({ language, title: drawn.title }, () => window.print());
  }

  async function saveFile(data: string): Promise<void> {
    await withFolder(async (folder) => {
      if (!(await leave('saved'))) return;
      if (folder === null) fetchFromMemory(data, drawn.fileName);
      else if (!(await save.run({ folder, name: drawn.fileName, data })).ok) return;
      setSaved(true);
    });
  }

  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <Select
          label={t('papers:purpose.label')}
          data={choices}
          value={purpose}
          allowDeselect={false}
          disabled={gone !== null}
          w={280}
          onChange={(next) => setPurpose(PAPER_PURPOSES.find((one) => one === next) ?? purpose)}
        />
        {gone !== 'saved' && !isTaken && (
          <Button
            leftSection={<IconPrinter size={20} aria-hidden />}
            loading={count.busy}
            disabled={gone === 'printed'}
            onClick={() => void print()}
          >
            {t('common:action.print')}
          </Button>
        )}
        {pdf?.ok && gone !== 'printed' && !isTaken && (
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={20} aria-hidden />}
            loading={count.busy || save.busy}
            disabled={saved}
            onClick={() => void saveFile(pdf.value.data)}
          >
            {t('papers:save')}
          </Button>
        )}
        {(gone !== null || isTaken) && (
          <Button variant="default" leftSection={<IconFiles size={20} aria-hidden />} onClick={onAnother}>
            {t('papers:another')}
          </Button>
        )}
      </Group>
      {error && <FailureNotice error={error} />}
      <Text role="status">
        {gone === null && !isTaken && t('papers:copy.next', { copy })}
        {gone === 'printed' && t('papers:copy.printed', { copy })}
        {saved && t('papers:copy.saved', { copy, file: drawn.fileName })}
      </Text>
      <Text c="dimmed">{t('papers:warning')}</Text>
    </Stack>
  );
}

/** Without dialogs the browser saves it where it saves files; it goes there from memory. */
function fetchFromMemory(data: string, name: string): void {
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
