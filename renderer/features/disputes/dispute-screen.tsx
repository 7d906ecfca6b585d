import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { GroupValue, groupLabel } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { HandOverButton } from '#renderer/components/transfer/hand-over-button.tsx';
import { TransferBanner } from '#renderer/components/transfer/transfer-banner.tsx';
import { DisputeTabs } from './dispute-tabs.tsx';
import { StagePanel } from './stage-panel.tsx';
import { useDisputeWords } from './use-dispute-words.tsx';

export function DisputeScreen({ id, tab = '' }: { id: string; tab?: string }) {
  const dispute = useCall('disputes.get', { disputeId: id });
  return <QueryState of={dispute}>{(view) => <DisputePage view={view} tab={tab} />}</QueryState>;
}

function DisputePage({ view, tab }: { view: DisputeView; tab: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useDisputeWords();
  return (
    <RecordFrame
      // What is still on its way is not kept elsewhere: the banner says so.
      record={view.incomplete ? { ...view, withheld: [] } : view}
      title={t('disputes:page.title', { number: view.number })}
      kind={t('disputes:page.kind')}
      // A closed case is reopened first, through its stage.
      {...(view.stage.code === 'closed' ? {} : { onEdit: () => navigate(`/disputes/${view.id}/edit`) })}
      actions={<HandOverButton view={view} type="dispute" />}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <TransferBanner view={view} type="dispute" />
      <StagePanel view={view} />
      <DisputeTabs view={view} open={tab} />
    </RecordFrame>
  );
}
