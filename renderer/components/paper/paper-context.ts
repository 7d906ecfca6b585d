/** @file What a paper learns from the screen that shows it, and what it tells that screen. */
import { createContext, useContext } from 'react';
import type { OutputOf } from '#shared/contract/contract.ts';

export type NextCopy = OutputOf<'papers.next'>;

export type DrawnPaper = {
  /** With the document number: the title of the PDF. */
  readonly title: string;
  /** ASCII, with number and ISO date. */
  readonly fileName: string;
};

type PaperContext = {
  readonly copy: NextCopy;
  /** Called once the paper has its contents. */
  readonly onDrawn: (drawn: DrawnPaper) => void;
};

const Context = createContext<PaperContext | null>(null);

export const PaperProvider = Context.Provider;

export function usePaperContext(): PaperContext {
  const value = useContext(Context);
  if (!value) throw new Error('no PaperProvider above');
  return value;
}
