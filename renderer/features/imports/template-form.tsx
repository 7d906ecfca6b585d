import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { useSaveFolder } from '#renderer/components/use-save-folder.ts';
import { WrittenFile } from '#renderer/components/written-file.tsx';

type Format = 'xlsx' | 'csv';

/** An empty sheet to fill in, in whichever language the people who fill it in read. */
export function TemplateForm({ kind }: { kind: SheetKind }) {
  const { t } = useTranslation();
  const screen = useScreenLanguage();
  const folder = useSaveFolder();
  const write = useCommand('imports.template');
  const [language, setLanguage] = useState<Language>(screen.language);
  const [format, setFormat] = useState<Format>('xlsx');
  const [written, setWritten] = useState<OutputOf<'imports.template'> | null>(null);

  async function writeTo(to: string | null): Promise<void> {
    const done = await write.run({ kind, language, format, to });
    setWritten(done.ok ? done.value : null);
  }

  return (
    <Stack align="flex-start">
      <Title order={2} size="h3">
        {t('imports:template.title')}
      </Title>
      <Text>{t('imports:template.hint')}</Text>
      <Group>
        <SegmentedControl
          aria-label={t('imports:template.language')}
          value={language}
          onChange={(chosen) => setLanguage(chosen as Language)}
          data={LANGUAGES.map((value) => ({ value, label: t(`common:languages.${value}`) }))}
        />
        <SegmentedControl
          aria-label={t('imports:template.format')}
          value={format}
          onChange={(chosen) => setFormat(chosen as Format)}
          data={[
            { value: 'xlsx', label: t('imports:template.xlsx') },
            { value: 'csv', label: t('imports:template.csv') },
          ]}
        />
      </Group>
      <Button
        variant="default"
        leftSection={<IconTableExport size={20} aria-hidden />}
        loading={write.busy}
        onClick={() => void folder.withFolder(writeTo)}
      >
        {t('imports:template.write')}
      </Button>
      {folder.error && <FailureNotice error={folder.error} />}
      {write.error && <FailureNotice error={write.error} />}
      {written && <WrittenFile written={written} />}
    </Stack>
  );
}
