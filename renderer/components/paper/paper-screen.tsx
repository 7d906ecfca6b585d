import { Alert, Button, Select, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type PaperRef, paperPath } from '#shared/domain/papers.ts';
import { LANGUAGES, type Language } from '#shared/text/languages.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { Paper } from '#renderer/components/paper-language.tsx';
import { LoadingState } from '#renderer/components/query-state.tsx';
import { EarlierCopies } from './earlier-copies.tsx';
import { type DrawnPaper, type NextCopy, PaperProvider } from './paper-context.ts';
import { PaperPages } from './paper-pages.tsx';
import { PrintOrSave } from './print-or-save.tsx';
import { useNextCopy, usePaperPdf, useSettled, useTellDrawn } from './use-paper-copy.ts';

type Props = {
  paper: PaperRef;
  /** Of the paper; the screen around it keeps its own. */
  language: Language;
  /** Address of the screen that leads here. */
  back: string;
  /** The paper itself, which draws a `PaperBody`; it is rendered in the language of the paper. */
  children: ReactNode;
};

/** A paper as it will be printed, with what can be done with it. */
export function PaperScreen(props: Props) {
  const { t } = useTranslation();
  const { paper, language, back } = props;
  const [, navigate] = useLocation();
  const [round, setRound] = useState(0);
  const choices = LANGUAGES.map((one) => ({ value: one, label: t(`common:languages.${one}`) }));
  return (
    <Stack>
      <div className="not-printed">
        <PageTitle title={t(`papers:kind.${paper.kind}`)}>
          <Button component="a" href={`#${back}`} variant="default">
            {t('common:action.back')}
          </Button>
        </PageTitle>
        <Select
          label={t('papers:language')}
          data={choices}
          value={language}
          allowDeselect={false}
          w={280}
          onChange={(next) => {
            const chosen = LANGUAGES.find((one) => one === next) ?? language;
            navigate(paperPath(paper, chosen), { replace: true });
          }}
        />
      </div>
      <Copy key={`${language} ${round}`} {...props} onAnother={() => setRound(round + 1)} />
    </Stack>
  );
}

function Copy(props: Props & { onAnother: () => void }) {
  const next = useNextCopy(props.paper);
  if (next === null) return <LoadingState />;
  if (!next.ok) return <FailureNotice error={next.error} />;
  return <CopyOnScreen {...props} copy={next.value} />;
}

function CopyOnScreen({
  paper,
  language,
  copy,
  onAnother,
  children,
}: Props & { copy: NextCopy; onAnother: () => void }) {
  const { t } = useTranslation();
  const [drawn, setDrawn] = useState<DrawnPaper | null>(null);
  const pdf = usePaperPdf(paper, language, drawn, useSettled(drawn));
  const isPreviewed = pdf?.ok === true;
  return (
    <>
      <Stack className="not-printed" gap="sm">
        {drawn !== null && (
          <PrintOrSave
            paper={paper}
            language={language}
            drawn={drawn}
            copy={copy.copy}
            pdf={pdf}
            onAnother={onAnother}
          />
        )}
        {pdf?.ok === false && (
          <Alert color="orange" title={t('papers:noPdf.title')}>
            <Stack gap="xs">
              <FailureNotice error={pdf.error} />
              <Text>{t('papers:noPdf.printWindow')}</Text>
            </Stack>
          </Alert>
        )}
        {pdf === null && drawn !== null && <Text role="status">{t('papers:preview.making')}</Text>}
        <EarlierCopies copies={copy.earlier} />
      </Stack>
      {pdf?.ok && drawn !== null && <PaperPages data={pdf.value.data} title={drawn.title} />}
      <div className={isPreviewed ? 'paper-behind' : undefined}>
        <PaperProvider value={{ copy, onDrawn: setDrawn }}>
          <Paper language={language}>{children}</Paper>
        </PaperProvider>
      </div>
    </>
  );
}

/** The paper alone, for a browser that prints it without a person in front of it. */
export function PaperSheet({ paper, language, children }: Omit<Props, 'back'>) {
  const next = useNextCopy(paper);
  const [drawn, setDrawn] = useState<DrawnPaper | null>(null);
  useTellDrawn(language, drawn, useSettled(drawn));
  if (next === null || !next.ok) return null;
  return (
    <PaperProvider value={{ copy: next.value, onDrawn: setDrawn }}>
      <Paper language={language}>{children}</Paper>
    </PaperProvider>
  );
}
