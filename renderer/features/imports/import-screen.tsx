import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { SheetReport } from '#shared/contract/imports.ts';
import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import type { PickedFile } from '#renderer/client/files.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { CheckStep } from './check-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { MapStep } from './map-step.tsx';
import { RecentImports } from './recent-imports.tsx';
import { TemplateForm } from './template-form.tsx';
import type { Source } from './use-sheet-check.ts';

type Props = { kind: SheetKind; forumId?: string };

/** What is chosen so far; each step adds to it, and going back takes it away again. */
type Way = {
  readonly file: PickedFile | null;
  readonly source: Source | null;
  readonly report: SheetReport | null;
  readonly done: OutputOf<'imports.run'> | null;
};

const start: Way = { file: null, source: null, report: null, done: null };

/** A sheet on its way in: choose it, match its columns, look at the check, import. */
export function ImportScreen({ kind, forumId }: Props) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [way, setWay] = useState(start);
  const titles = {
    members: t('imports:title.members'),
    meetings: t('imports:title.meetings'),
    trainings: t('imports:title.trainings'),
    assets: t('imports:title.assets'),
  };
  return (
    <Stack gap="lg">
      <PageTitle title={titles[kind]}>
        <Button variant="default" onClick={() => navigate(forumId === undefined ? `/${kind}` : `/forums/${forumId}`)}>
          {t('common:action.back')}
        </Button>
      </PageTitle>
      {forumId !== undefined && <ForForum forumId={forumId} />}
      <Step kind={kind} forumId={forumId ?? null} way={way} onWay={setWay} />
    </Stack>
  );
}

function ForForum({ forumId }: { forumId: string }) {
  const { t } = useTranslation();
  const forum = useCall('forums.get', { forumId });
  if (forum.status === 'failed') return <FailureNotice error={forum.error} />;
  return forum.value ? <Text>{t('imports:forForum', { name: forum.value.name })}</Text> : null;
}

type StepProps = { kind: SheetKind; forumId: string | null; way: Way; onWay: (way: Way) => void };

function Step({ kind, forumId, way, onWay }: StepProps) {
  const { file, source, report, done } = way;
  if (done) return <DoneStep done={done} kind={kind} onAgain={() => onWay(start)} />;
  if (file && source && report) {
    return (
      <CheckStep
        kind={kind}
        source={source}
        name={file.name}
        report={report}
        onBack={() => onWay({ ...way, report: null })}
        onChecked={(again) => onWay({ ...way, report: again })}
        onDone={(made) => onWay({ ...way, done: made })}
      />
    );
  }
  if (file) {
    return (
      <MapSheet
        kind={kind}
        forumId={forumId}
        file={file}
        onOther={() => onWay(start)}
        onChecked={(chosen, found) => onWay({ ...way, source: chosen, report: found })}
        before={source}
      />
    );
  }
  return (
    <>
      <FileStep onPicked={(picked) => onWay({ ...start, file: picked })} />
      <TemplateForm kind={kind} />
      <RecentImports kind={kind} />
    </>
  );
}

type MapProps = {
  kind: SheetKind;
  forumId: string | null;
  file: PickedFile;
  /** As it was mapped before somebody came back. */
  before: Source | null;
  onOther: () => void;
  onChecked: (source: Source, report: SheetReport) => void;
};

function MapSheet({ kind, forumId, file, before, onOther, onChecked }: MapProps) {
  const { t } = useTranslation();
  const [sheet, setSheet] = useState<string | null>(before?.sheet ?? null);
  const look = useCall('imports.look', { kind, file: file.token, sheet });
  if (look.status === 'failed') {
    return (
      <Stack align="flex-start">
        <FailureNotice error={look.error} />
        <Button data-autofocus onClick={onOther}>
          {t('imports:file.other')}
        </Button>
      </Stack>
    );
  }
  return (
    <QueryState of={look}>
      {(looked) => (
        <MapStep
          key={looked.sheet}
          kind={kind}
          file={file}
          looked={looked}
          forumId={forumId}
          before={before?.sheet === looked.sheet ? before.columns : null}
          onSheet={setSheet}
          onOther={onOther}
          onChecked={onChecked}
        />
      )}
    </QueryState>
  );
}
