import { List, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { PickFilesButton } from '#renderer/components/pick-files-button.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import { useReportLines } from './use-report-lines.ts';

type Report = OutputOf<'exchange.takeIn'>[number];

/** Takes in files of any number and order, and says of each in words what came of it. */
export function TakeInPanel() {
  const { t } = useTranslation();
  const takeIn = useCommand('exchange.takeIn');
  const [reports, setReports] = useState<readonly Report[]>([]);
  return (
    <section className="panel" aria-label={t('exchange:takeIn.title')}>
      <Title order={2} size="h3" mb="xs">
        {t('exchange:takeIn.title')}
      </Title>
      <Stack align="flex-start">
        <Text>{t('exchange:takeIn.text')}</Text>
        <PickFilesButton
          kind="bundle"
          multiple
          label={t('exchange:takeIn.pick')}
          onPicked={async (files) => {
            setReports([]);
            const done = await takeIn.run({ files: files.map(({ token }) => token) });
            if (done.ok) setReports(done.value);
          }}
        />
        {takeIn.busy && (
          <Text role="status">
            <Loader size="xs" aria-hidden /> {t('exchange:takeIn.busy')}
          </Text>
        )}
        {takeIn.error && <FailureNotice error={takeIn.error} />}
        <Stack role="status" w="100%">
          {reports.map((report) => (
            <ReportCard key={report.file} report={report} />
          ))}
        </Stack>
      </Stack>
    </section>
  );
}

function ReportCard({ report }: { report: Report }) {
  const { t } = useTranslation();
  const codeText = useCodeText();
  const linesOf = useReportLines();
  return (
    <article className="panel" aria-label={t('exchange:takeIn.report', { file: report.file })}>
      <Text fw={600}>
        <Identifier>{report.file}</Identifier>
      </Text>
      {report.from && <Text>{t('exchange:takeIn.from', { name: report.from.name })}</Text>}
      {report.code !== undefined && <Text>{codeText(report.code)}</Text>}
      <List>
        {linesOf(report).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
        {[...new Set(report.quarantined.map(({ code }) => code))].map((code) => (
          <List.Item key={code}>{codeText(code)}</List.Item>
        ))}
      </List>
    </article>
  );
}
