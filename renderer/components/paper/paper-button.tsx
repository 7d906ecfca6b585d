import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PaperRef, paperPath } from '#shared/domain/papers.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

/** Leads from a record to the paper about it, first in the language of the screen. */
export function PaperButton({ paper, label }: { paper: PaperRef; label?: string }) {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  return (
    <Button
      component="a"
      href={`#${paperPath(paper, language)}`}
      variant="default"
      leftSection={<IconPrinter size={20} aria-hidden />}
    >
      {label ?? t('common:action.print')}
    </Button>
  );
}
