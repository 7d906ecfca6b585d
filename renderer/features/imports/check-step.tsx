import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetReport } from '#shared/contract/imports.ts';
import type { DoubleChoice, SheetKind } from '#shared/domain/sheet-fields.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { type Choices, DoublesTable } from './doubles-table.tsx';
import { FaultsTable } from './faults-table.tsx';
import { SheetNotes } from './sheet-notes.tsx';
import { SheetProgress } from './sheet-progress.tsx';
import { StepTitle } from './step-title.tsx';
import { type Source, useSheetCheck } from './use-sheet-check.ts';

type Props = {
  kind: SheetKind;
  source: Source;
  name: string;
  report: SheetReport;
  onBack: () => void;
  onChecked: (report: SheetReport) => void;
  onDone: (done: OutputOf<'imports.run'>) => void;
};

/** What the dry run found, what to do with duplicates, and the act itself. */
export function CheckStep({ kind, source, name, report, onBack, onChecked, onDone }: Props) {
  const { t } = useTranslation();
  const run = useCommand('imports.run');
  const again = useSheetCheck();
  const [all, setAll] = useState<DoubleChoice>('skip');
  const [choices, setChoices] = useState<Choices>({});
  const { counts } = report;
  const count = counts.new + chosenDoubles(report, all, choices);

  async function bringIn(): Promise<void> {
    const rows = Object.entries(choices).map(([row, choice]) => ({ row: Number(row), choice }));
    const done = await run.run({ ...source, name, digest: report.digest, doubles: { all, rows } });
    if (done.ok) onDone(done.value);
  }

  async function checkAgain(): Promise<void> {
    const found = await again.check(source);
    if (!found) return;
    run.clear();
    setChoices({});
    onChecked(found);
  }

  return (
    <Stack>
      <StepTitle>{t('imports:step.check')}</StepTitle>
      <Title order={3} size="h4">
        {t('imports:report.title')}
      </Title>
      <List role="list">
        <List.Item>{t('imports:report.new', { count: counts.new })}</List.Item>
        {counts.doubles > 0 && <List.Item>{t('imports:report.doubles', { count: counts.doubles })}</List.Item>}
        {counts.same > 0 && <List.Item>{t('imports:report.same', { count: counts.same })}</List.Item>}
        {counts.faulty > 0 && <List.Item>{t('imports:report.faulty', { count: counts.faulty })}</List.Item>}
        {counts.examples > 0 && <List.Item>{t('imports:report.examples', { count: counts.examples })}</List.Item>}
      </List>
      <SheetNotes notes={report.notes} />
      {report.faultsTotal > 0 && <FaultsTable kind={kind} faults={report.faults} total={report.faultsTotal} />}
      {counts.doubles > 0 && (
        <DoublesTable
          kind={kind}
          doubles={report.doubles}
          total={counts.doubles}
          all={all}
          onAll={setAll}
          choices={choices}
          onChoices={setChoices}
        />
      )}
      {count === 0 && <Text>{t('imports:report.nothing')}</Text>}
      {run.error && <FailureNotice error={run.error} />}
      {again.error && <FailureNotice error={again.error} />}
      {run.busy || again.busy ? (
        <SheetProgress task={run.busy ? 'sheet-import' : 'sheet-check'} />
      ) : (
        <Group>
          <Button variant="default" onClick={onBack}>
            {t('common:action.back')}
          </Button>
          {run.error?.code === 'import/changed' ? (
            <Button onClick={() => void checkAgain()}>{t('imports:map.check')}</Button>
          ) : (
            <Button disabled={count === 0} onClick={() => void bringIn()}>
              {t('imports:run', { count })}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** Rows of those that are not listed follow the choice for all. */
function chosenDoubles({ doubles, counts }: SheetReport, all: DoubleChoice, choices: Choices): number {
  const unlisted = all === 'skip' ? 0 : counts.doubles - doubles.length;
  const listed = doubles.filter(({ row, mayUpdate }) => {
    const choice = choices[row] ?? all;
    return choice === 'new' || (choice === 'update' && mayUpdate);
  });
  return listed.length + unlisted;
}
