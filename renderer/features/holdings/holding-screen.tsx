import { useCall } from '#renderer/client/use-call.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { AssetScreen } from './asset-screen.tsx';
import { SiteScreen } from './site-screen.tsx';

/** A site or an asset, for what leads to either, such as the paper of a hand-over. */
export function HoldingScreen({ id }: { id: string }) {
  const holding = useCall('holdings.get', { recordId: id });
  return (
    <QueryState of={holding}>
      {({ at }) => (at === 'asset' ? <AssetScreen id={id} /> : <SiteScreen id={id} />)}
    </QueryState>
  );
}
