import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { MomentText } from '#renderer/components/date-text.tsx';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import type { ChosenFile, TakeInFrame } from './take-in.ts';
import { TaskProgress } from '#renderer/components/task-progress.tsx';
import { useFreshCall } from './use-fresh-call.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Preview = OutputOf<'sticks.preview'>[number];

type Props = {
  frame: TakeInFrame;
  files: readonly ChosenFile[];
  onBack: () => void;
  onNext: (tokens: readonly string[]) => void;
};

/** What each file brings, before anything is changed; those that are refused say why and are left out. */
export function PreviewStep({ frame, files, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const preview = useFreshCall('sticks.preview', { files: files.map(({ token }) => token) });
  const previews = preview.value ?? [];
  const accepted = previews.filter(({ verdict }) => verdict !== 'refused').map(({ token }) => token);
  const next =
    preview.status === 'ready' && accepted.length > 0
      ? { label: t('sticks:takeIn.act', { count: accepted.length }), onNext: () => onNext(accepted) }
      : undefined;
  return (
    <WizardFrame {...frame} heading={t('sticks:takeIn.previewTitle')} onBack={onBack} next={next}>
      {preview.status === 'loading' && (
        <TaskProgress
          task="preview"
          label={t('sticks:takeIn.previewProgress')}
          text={(progress) => t('sticks:takeIn.previewing', { done: (progress?.done ?? 0) + 1, total: files.length })}
        />
      )}
      {preview.status === 'failed' && <FailureNotice error={preview.error} onRetry={preview.reload} />}
      {preview.status === 'ready' && (
        <>
          <Text role="status">{t('sticks:takeIn.previewExplain')}</Text>
          <PreviewTable previews={previews} />
          {accepted.length === 0 ? (
            <Alert color="orange">{t('sticks:takeIn.allRefused')}</Alert>
          ) : (
            <Text>{t('sticks:takeIn.only')}</Text>
          )}
        </>
      )}
    </WizardFrame>
  );
}

function PreviewTable({ previews }: { previews: readonly Preview[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const codeText = useCodeText();
  const count = (key: string, header: string, of: (row: Preview) => number): TableColumn<Preview> => ({
    key,
    header,
    cell: (row) => (row.verdict === 'refused' ? '–' : format.number(of(row))),
  });
  const columns: readonly TableColumn<Preview>[] = [
    { key: 'file', header: t('sticks:takeIn.column.file'), cell: ({ file }) => <Identifier>{file}</Identifier> },
    { key: 'from', header: t('sticks:takeIn.column.from'), cell: ({ from }) => <bdi>{from?.name ?? '–'}</bdi> },
    { key: 'made', header: t('sticks:takeIn.column.made'), cell: ({ madeAt }) => <MomentText value={madeAt} /> },
    count('new', t('sticks:takeIn.column.new'), ({ newRecords }) => newRecords),
    count('changed', t('sticks:takeIn.column.changed'), ({ changedRecords }) => changedRecords),
    count('known', t('sticks:takeIn.column.known'), ({ alreadyKnown }) => alreadyKnown),
    count('conflicts', t('sticks:takeIn.column.conflicts'), ({ newConflicts }) => newConflicts),
    count('attachments', t('sticks:takeIn.column.attachments'), ({ attachments }) => attachments),
    { key: 'verdict', header: t('sticks:takeIn.column.verdict'), cell: verdictCell },
  ];
  const title = t('sticks:takeIn.previewTitle');
  return <SimpleTable label={title} columns={columns} rows={previews} rowKey={({ token }) => token} />;

  function verdictCell({ verdict, code, setAside }: Preview) {
    const words = {
      news: t('sticks:takeIn.news'),
      'nothing-new': t('sticks:takeIn.nothingNew'),
      refused: t('sticks:takeIn.refused'),
    };
    return (
      <>
        <Text fw={600}>{words[verdict]}</Text>
        {code !== null && <Text>{codeText(code)}</Text>}
        {setAside.map((aside) => (
          <Text key={aside.code}>
            {codeText(aside.code)} ({format.number(aside.count)})
          </Text>
        ))}
      </>
    );
  }
}
