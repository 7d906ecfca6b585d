/** @file The pieces that papers are made of; plain HTML, because a paper has no controls. */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/language-context.tsx';

/** A part of the paper under its heading, which keeps with the lines that follow. */
export function PaperSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export type PaperFact = {
  readonly label: string;
  /** Nothing is printed where it is empty. */
  readonly value?: ReactNode;
  /** A number, code or phone: it stands alone, left to right, so that it is found again. */
  readonly number?: string | null | undefined;
};

/** Label and value, one fact a row; facts that hold nothing are left out. */
export function PaperFacts({ facts }: { facts: readonly PaperFact[] }) {
  const told = facts.filter(({ value, number }) => !isEmpty(value) || !isEmpty(number));
  return (
    <table className="paper-facts">
      <tbody>
        {told.map(({ label, value, number }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {!isEmpty(value) && <p>{value}</p>}
              {!isEmpty(number) && <PaperNumber>{number}</PaperNumber>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const isEmpty = (value: ReactNode): boolean => value === null || value === undefined || value === '' || value === false;

/** A number that is searched for later: a paragraph of its own, left to right, in 0-9. */
export function PaperNumber({ children }: { children: ReactNode }) {
  return (
    <p dir="ltr" className="identifier">
      {children}
    </p>
  );
}

/** A name or text that people typed; `null` is told to be kept at the office that wrote it. */
export function PaperText({ value }: { value: string | null }) {
  const { t } = useTranslation();
  if (value === null) return <span>{t('common:record.withheld')}</span>;
  return <bdi className="passage">{value}</bdi>;
}

export type PaperColumn<R> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: R) => ReactNode;
  /** Takes about that much of the width, in per cent; the rest is shared. */
  readonly width?: 'narrow' | 'wide';
};

type TableProps<R> = {
  columns: readonly PaperColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Told in the place of a table without rows. */
  empty: string;
};

/** Rows are numbered and never broken; the head is repeated on each page. */
export function PaperTable<R>({ columns, rows, rowKey, empty }: TableProps<R>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rows.length === 0) return <p className="paper-empty">{empty}</p>;
  return (
    <table className="paper-table">
      <thead>
        <tr>
          <th scope="col" className="paper-count">
            {t('papers:table.row')}
          </th>
          {columns.map(({ key, header, width }) => (
            <th key={key} scope="col" className={width && `paper-${width}`}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row)}>
            <td className="paper-count">{format.number(index + 1)}</td>
            {columns.map(({ key, cell }) => (
              <td key={key}>{cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Facts about one point, joined in one line; empty ones are left out. */
export function PaperLine({ parts }: { parts: readonly ReactNode[] }) {
  const told = parts.filter((part) => !isEmpty(part));
  if (told.length === 0) return null;
  return (
    <p className="paper-small">
      {told.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name, and a paper is drawn once
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  );
}

export type Signature = {
  /** In which part the person signs. */
  readonly place: string;
  /** Left out: a line to write it on. */
  readonly name?: string | null | undefined;
};

/** Places to sign, kept together on one page. */
export function PaperSignatures({ signatures }: { signatures: readonly Signature[] }) {
  const { t } = useTranslation();
  return (
    <div className="paper-signed">
      <h3>{t('papers:signatures.title')}</h3>
      <div className="paper-signatures">
        {signatures.map(({ place, name }) => (
          <div key={place}>
            <p>
              <b>{place}</b>
            </p>
            {name && (
              <p>
                <bdi>{name}</bdi>
              </p>
            )}
            <span>{name ? t('papers:signatures.dateAndSignature') : t('papers:signatures.nameDateAndSignature')}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
