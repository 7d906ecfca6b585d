import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { stripIsolates } from '#shared/text/bidi.ts';
import { digitsFor } from '#shared/text/digits.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { usePaperContext } from './paper-context.ts';
import { installEdges, pageMark, pagesMark } from './page-edges.ts';

type Props = {
  /** Kind of document, in the language of the paper. */
  title: string;
  /** Document number: digits with `-` or `/`, or letters too; by it the paper is found again. */
  number: string;
  /** Day that the document is about, `YYYY-MM-DD`; part of the file's name. */
  date: string;
  /** ASCII word that begins the file's name. */
  file: string;
  /** Told under the title: a draft, not approved yet. */
  standing?: string | undefined;
  /** Strangers read it: the edge does not say who printed it. */
  unnamed?: boolean;
  children: ReactNode;
};

/** The contents of a paper with its title and number, once all it tells has been read. Draws the edge of each page. */
export function PaperBody({ title, number, date, file, standing, unnamed = false, children }: Props) {
  const { t } = useTranslation();
  const { language, digits, direction } = useScreenLanguage();
  const { copy, onDrawn } = usePaperContext();
  useEffect(() => {
    const { office, at, by } = copy;
    const told = { moment: at, name: by, copy: copy.copy };
    return installEdges({
      direction,
      digits: digitsFor(language, digits),
      office: office.name,
      number,
      page: stripIsolates(t('papers:edge.page', { page: pageMark, pages: pagesMark })),
      printed: stripIsolates(unnamed ? t('papers:edge.printedUnnamed', told) : t('papers:edge.printed', told)),
    });
  }, [t, language, digits, direction, copy, number, unnamed]);
  useEffect(() => {
    const fileName = `${[file, number, date].join('-').replace(/[^A-Za-z0-9]+/g, '-')}.pdf`;
    onDrawn({ title: `${title} ${number}`, fileName });
  }, [title, number, date, file, onDrawn]);
  return (
    <>
      <h2>{title}</h2>
      <p dir="ltr" className="identifier paper-number">
        {number}
      </p>
      {standing && <p className="paper-standing">{standing}</p>}
      {children}
    </>
  );
}
