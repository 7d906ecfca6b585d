import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The window itself reads the files, to draw pictures anew: no host needs a dialog for it. */
export function ChooseFilesButton({ onChosen, label }: { onChosen: (files: readonly File[]) => void; label?: string }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const text = label ?? t('attachments:add');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPaperclip size={20} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={text}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onChosen(files);
        }}
      />
    </>
  );
}
