import { Alert, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { SimpleTable, type TableColumn } from '#renderer/components/simple-table.tsx';
import type { StepProps } from './step-props.ts';
import { WizardFrame } from './wizard-frame.tsx';
import { type Contents, elsewhere, expectedBytes, type Peer, spareBytes } from './write-steps.ts';

type Props = StepProps & { peer: Peer; onBack: () => void; onNext: () => void };

/** From whom to whom, on which stick, what goes along and what stays here; the last look before anything is written. */
export function CheckStep({ steps, answers, sticks, peer, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const contents = useCall('sticks.contents', { peer: peer.device });
  const [tried, setTried] = useState(false);
  const stick = sticks?.sticks.find(({ token }) => token === answers.place) ?? null;
  const isGone = answers.place !== elsewhere && sticks !== null && stick === null;
  const need = contents.value ? expectedBytes(answers, contents.value) : 0;
  const isFull = stick !== null && stick.freeBytes < need + spareBytes;

  function goOn(): void {
    setTried(true);
    if (contents.value && !isGone && !isFull) onNext();
  }

  return (
    <WizardFrame
      {...steps}
      heading={t('sticks:write.checkTitle')}
      onBack={onBack}
      next={{ label: t('sticks:write.act'), onNext: goOn }}
    >
      {isFull && (
        <Alert color="red" role="alert">
          {t('sticks:write.full', { need: need + spareBytes, free: stick.freeBytes })}
        </Alert>
      )}
      {isGone && (
        <Alert color={tried ? 'red' : 'orange'} role="alert">
          {t('sticks:write.gone')}
        </Alert>
      )}
      <QueryState of={contents}>
        {(value) => (
          <>
            <Way answers={answers} contents={value} label={stick?.label ?? answers.stick?.label ?? ''} />
            <Classes contents={value} />
          </>
        )}
      </QueryState>
    </WizardFrame>
  );
}

function Way({ answers, contents, label }: { answers: StepProps['answers']; contents: Contents; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const capabilities = useCall('host.capabilities', {});
  const other = capabilities.value?.dialogs ? t('sticks:write.placeFolder') : t('sticks:write.placeDownload');
  const facts = [
    { label: t('sticks:write.from'), value: <bdi>{contents.from}</bdi> },
    { label: t('sticks:write.to'), value: <bdi>{contents.peer.name}</bdi> },
    { label: t('sticks:write.place'), value: answers.place === elsewhere ? other : <bdi>{label}</bdi> },
    { label: t('sticks:write.waiting'), value: t('common:count.changes', { count: contents.changes }) },
    { label: t('sticks:write.attachments'), value: format.number(contents.attachments.count) },
    { label: t('sticks:write.size'), value: format.size(expectedBytes(answers, contents)) },
  ];
  return <Facts facts={facts} />;
}

type Row = Contents['types'][number];

/** The classes of what is written, in plain words and as counts. */
function Classes({ contents }: { contents: Contents }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stays = contents.types.some((row) => row.stays > 0);
  const columns: readonly TableColumn<Row>[] = [
    { key: 'type', header: t('sticks:write.kind'), cell: ({ type }) => typeWord(type) },
    { key: 'records', header: t('sticks:write.records'), cell: ({ records }) => format.number(records) },
    {
      key: 'goes',
      header: t('sticks:write.goes', { name: contents.peer.name }),
      cell: (row) => t('sticks:write.entries', { count: row.goes }),
    },
    { key: 'stays', header: t('sticks:write.stays'), cell: (row) => t('sticks:write.entries', { count: row.stays }) },
  ];
  const title = t('sticks:write.goesTitle');
  return (
    <>
      {contents.types.length > 0 && (
        <>
          <Title order={3} size="h4">
            {title}
          </Title>
          <SimpleTable label={title} columns={columns} rows={contents.types} rowKey={({ type }) => type} />
        </>
      )}
      {stays && <Text>{t('sticks:write.staysWhy')}</Text>}
      {contents.local > 0 && <Text>{t('sticks:write.local', { count: contents.local })}</Text>}
      <Text>{t('sticks:write.notesOut')}</Text>
      <Text>{t('sticks:write.sealed', { name: contents.peer.name })}</Text>
    </>
  );

  function typeWord(type: string): string {
    switch (type) {
      case 'forum':
        return t('common:nav.forums');
      case 'meeting':
        return t('common:nav.meetings');
      case 'issue':
        return t('common:nav.issues');
      case 'plan':
        return t('common:nav.plans');
      case 'mapping':
        return t('common:nav.mappings');
      case 'dispute':
        return t('common:nav.disputes');
      case 'site':
        return t('common:nav.sites');
      case 'asset':
        return t('common:nav.assets');
      case 'user':
        return t('common:nav.users');
      default:
        return t('sticks:otherRecords');
    }
  }
}
