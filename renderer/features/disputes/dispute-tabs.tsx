import { Tabs } from '@mantine/core';
import type { FunctionComponent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { DisputeView } from '#shared/contract/disputes.ts';
import { CaseTab } from './case-tab.tsx';

type TabProps = { view: DisputeView };
type Tab = { readonly key: 'case'; readonly content: FunctionComponent<TabProps> };

/** In the order in which a case is worked on. Each has an address of its own: `/disputes/<id>/<key>`. */
const tabs: readonly Tab[] = [{ key: 'case', content: CaseTab }];

/** The file of a case, a part at a time. `open`: key of the part; the first where there is none of that name. */
export function DisputeTabs({ view, open }: TabProps & { open: string }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const labels: Readonly<Record<Tab['key'], string>> = { case: t('disputes:tab.case') };
  const shown = tabs.find(({ key }) => key === open) ?? tabs[0];
  if (shown === undefined) return null;
  return (
    <Tabs value={shown.key} onChange={(key) => navigate(`/disputes/${view.id}/${key ?? ''}`, { replace: true })}>
      <Tabs.List mb="md">
        {tabs.map(({ key }) => (
          <Tabs.Tab key={key} value={key}>
            {labels[key]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown.key}>
        <shown.content view={view} />
      </Tabs.Panel>
    </Tabs>
  );
}
