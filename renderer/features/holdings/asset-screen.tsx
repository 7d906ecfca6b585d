import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AssetView } from '#shared/contract/assets.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { SiteLabel } from '#renderer/components/site-label.tsx';
import { ChecksPanel, HandoversPanel, IncidentsPanel } from './entries-panels.tsx';
import { KindText, StateSection } from './holding-facts.tsx';
import { useAssetWords } from './use-holding-words.tsx';

export function AssetScreen({ id }: { id: string }) {
  const asset = useCall('assets.get', { assetId: id });
  return <QueryState of={asset}>{(view) => <AssetPage view={view} />}</QueryState>;
}

function AssetPage({ view }: { view: AssetView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useAssetWords();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{view.name}</bdi>}
      kind={t('holdings:section.asset')}
      onEdit={() => navigate(`/assets/${view.id}/edit`)}
      actions={
        view.may.edit && (
          <Button
            leftSection={<IconArrowsExchange size={20} aria-hidden />}
            onClick={() => navigate(`/holdings/${view.id}/hand-over`)}
          >
            {t('holdings:handover.act')}
          </Button>
        )
      }
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <Identity view={view} />
      <StateSection view={view} />
      <HandoversPanel view={view} />
      <ChecksPanel view={view} />
      <IncidentsPanel view={view} />
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

function Identity({ view }: { view: AssetView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <FormSection
      title={t('holdings:section.asset')}
      conflict={inConflict(view, 'identity', 'mark', 'acquired', 'location')}
    >
      <Facts
        facts={[
          { label: t('holdings:field.kind'), value: <KindText kind={view.kind} note={view.kindNote} /> },
          { label: t('holdings:field.plate'), value: view.plate && <bdi>{view.plate}</bdi> },
          { label: t('holdings:field.serial'), value: view.serial && <Identifier>{view.serial}</Identifier> },
          { label: t('holdings:field.quantity'), value: format.number(view.quantity) },
          { label: t('holdings:field.acquiredOn'), value: <DateText value={view.acquiredOn} /> },
          { label: t('holdings:field.site'), value: view.site && <SiteLabel id={view.site.id} /> },
          { label: t('holdings:field.place'), value: <PlaceLabel code={view.place} /> },
        ]}
      />
    </FormSection>
  );
}
