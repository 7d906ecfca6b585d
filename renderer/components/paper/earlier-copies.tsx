import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PAPER_PURPOSES } from '#shared/domain/papers.ts';
import { isLanguage } from '#shared/text/languages.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import type { NextCopy } from './paper-context.ts';

type Copy = NextCopy['earlier'][number];

/** Who had this paper before; copies are counted on this computer. */
export function EarlierCopies({ copies }: { copies: readonly Copy[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (copies.length === 0) return null;
  const columns: readonly TableColumn<Copy>[] = [
    { key: 'copy', header: t('papers:earlier.copy'), cell: ({ copy }) => format.number(copy) },
    { key: 'at', header: t('papers:earlier.at'), cell: ({ at }) => <MomentText value={at} /> },
    { key: 'by', header: t('papers:earlier.by'), cell: ({ by }) => <bdi>{by}</bdi> },
    {
      key: 'way',
      header: t('papers:earlier.way'),
      cell: ({ way }) => (way === 'saved' ? t('papers:earlier.saved') : t('papers:earlier.printed')),
    },
    { key: 'purpose', header: t('papers:purpose.label'), cell: ({ purpose }) => <PurposeWord purpose={purpose} /> },
    {
      key: 'language',
      header: t('papers:language'),
      cell: ({ language }) => (isLanguage(language) ? t(`common:languages.${language}`) : language),
    },
  ];
  return (
    <>
      <Text fw={600}>{t('papers:earlier.title')}</Text>
      <SimpleTable
        label={t('papers:earlier.title')}
        columns={columns}
        rows={copies}
        rowKey={({ copy }) => String(copy)}
      />
    </>
  );
}

function PurposeWord({ purpose }: { purpose: string }) {
  const { t } = useTranslation();
  const known = PAPER_PURPOSES.find((one) => one === purpose);
  return <>{known ? t(`papers:purpose.${known}`) : purpose}</>;
}
