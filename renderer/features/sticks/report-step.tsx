import { Anchor, Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { useCodeText } from '#renderer/components/use-error-text.ts';
import type { TakeInFrame, TakeInReport } from './take-in.ts';
import { useReportLines } from './use-report-lines.ts';
import { WizardFrame } from './wizard-frame.tsx';

type Props = {
  frame: TakeInFrame;
  /** Tokens of all that were to be taken in. */
  files: readonly string[];
  /** Of those that were, in the order of `files`; the rest was stopped. */
  reports: readonly TakeInReport[];
  fromStick: boolean;
  onAgain: () => void;
};

/** What came of each file, in numbers that add up, and of each thing set aside the reason. */
export function ReportStep({ frame, files, reports, fromStick, onAgain }: Props) {
  const { t } = useTranslation();
  const sum = (of: (report: TakeInReport) => number): number => reports.reduce((all, report) => all + of(report), 0);
  const applied = sum((report) => report.applied);
  const known = sum((report) => report.alreadyKnown);
  const held = sum((report) => report.held);
  const aside = sum((report) => report.quarantined.length);
  const conflicts = sum((report) => report.newConflicts);
  const notTaken = files.length - reports.length;
  return (
    <WizardFrame
      {...frame}
      heading={t('sticks:takeIn.reportTitle')}
      also={
        <>
          <Button variant="default" onClick={onAgain}>
            {t('sticks:takeIn.again')}
          </Button>
          <Anchor href="#/exchange">{t('sticks:toExchange')}</Anchor>
        </>
      }
    >
      <Stack role="status" gap="xs">
        <Text>{t('sticks:takeIn.sum', { all: applied + known + held + aside, applied, known, held, aside })}</Text>
        {notTaken > 0 && <Text fw={600}>{t('sticks:takeIn.stopped', { count: notTaken })}</Text>}
        {fromStick && <Text>{t('sticks:takeIn.mayRemove')}</Text>}
      </Stack>
      {conflicts > 0 && <Anchor href="#/conflicts">{t('sticks:takeIn.conflicts')}</Anchor>}
      {reports.map((report, index) => (
        <ReportCard key={files[index]} report={report} />
      ))}
    </WizardFrame>
  );
}

function ReportCard({ report }: { report: TakeInReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const codeText = useCodeText();
  const linesOf = useReportLines();
  const counts = new Map<string, number>();
  for (const { code } of report.quarantined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (
    <article className="panel" aria-label={t('sticks:takeIn.report', { file: report.file })}>
      <Text fw={600}>
        <Identifier>{report.file}</Identifier>
      </Text>
      {report.from && <Text>{t('sticks:takeIn.sender', { name: report.from.name })}</Text>}
      {report.code !== undefined && <Text>{codeText(report.code)}</Text>}
      <List>
        {linesOf(report).map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
        {[...counts].map(([code, count]) => (
          <List.Item key={code}>
            {codeText(code)} ({format.number(count)})
          </List.Item>
        ))}
      </List>
    </article>
  );
}
