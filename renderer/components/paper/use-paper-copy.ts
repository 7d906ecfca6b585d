import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { PaperRef } from '#shared/domain/papers.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { Language } from '#shared/text/languages.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import { asPaper, loadPaperFonts } from './as-paper.ts';
import type { DrawnPaper, NextCopy } from './paper-context.ts';

const noAnswer = err(refusal('internal', { reference: noAnswerReference }));

/** Number and moment of the copy on the screen; asked for once, so that they do not change under it. */
export function useNextCopy({ kind, of, part }: PaperRef): Result<NextCopy, AppError> | null {
  const client = useClient();
  const [next, setNext] = useState<Result<NextCopy, AppError> | null>(null);
  useEffect(() => {
    let isGone = false;
    void client
      .call('papers.next', { kind, of, part })
      .catch(() => noAnswer)
      .then((answer) => {
        if (!isGone) setNext(answer);
      });
    return () => {
      isGone = true;
    };
  }, [client, kind, of, part]);
  return next;
}

/** Whether all that the paper tells has been read and drawn. Lists that its codes need come after its own record. */
export function useSettled(drawn: DrawnPaper | null): boolean {
  const cache = useQueryClient();
  const fetching = useIsFetching();
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (drawn === null || fetching > 0 || settled) return;
    const timer = setTimeout(() => setSettled(cache.isFetching() === 0), 60);
    return () => clearTimeout(timer);
  }, [drawn, fetching, settled, cache]);
  return settled;
}

export type PaperPdf = Result<OutputOf<'host.makePdf'>, AppError> | null;

/** The PDF of a paper that is drawn, made by the host; null while it is being made. */
export function usePaperPdf(
  { kind, of, part }: PaperRef,
  language: Language,
  drawn: DrawnPaper | null,
  isReady: boolean,
): PaperPdf {
  const client = useClient();
  const [pdf, setPdf] = useState<PaperPdf>(null);
  const title = drawn?.title ?? '';
  useEffect(() => {
    if (!isReady) return;
    let isGone = false;
    const make = () => client.call('host.makePdf', { kind, of, part, language });
    void asPaper({ language, title }, make)
      .catch(() => noAnswer)
      .then((answer) => {
        if (!isGone) setPdf(answer);
      });
    return () => {
      isGone = true;
    };
  }, [client, kind, of, part, language, title, isReady]);
  return pdf;
}

/** Tells the browser that prints this page alone that the paper is drawn (electron/http/paper-maker.ts). */
export function useTellDrawn(language: Language, drawn: DrawnPaper | null, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || drawn === null) return;
    document.title = drawn.title;
    document.documentElement.lang = language;
    void loadPaperFonts().then(() => {
      document.documentElement.dataset.paper = 'drawn';
    });
  }, [language, drawn, isReady]);
}
