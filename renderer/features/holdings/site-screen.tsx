import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatPosition } from '#shared/domain/position.ts';
import type { SiteView } from '#shared/contract/sites.ts';
import { SERVING_SITE_KIND } from '#shared/domain/infrastructure.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { AttachmentsPanel } from '#renderer/components/attachments/attachments-panel.tsx';
import { CodeLabel } from '#renderer/components/code-label.tsx';
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
import { SiteAssets } from './site-assets.tsx';
import { hasOfficeFields } from './site-form-model.ts';
import { SiteForums } from './site-forums.tsx';
import { useSiteWords } from './use-holding-words.tsx';

export function SiteScreen({ id }: { id: string }) {
  const site = useCall('sites.get', { siteId: id });
  return <QueryState of={site}>{(view) => <SitePage view={view} />}</QueryState>;
}

function SitePage({ view }: { view: SiteView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useSiteWords();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{view.name}</bdi>}
      kind={t('holdings:section.site')}
      onEdit={() => navigate(`/sites/${view.id}/edit`)}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <Identity view={view} />
      {hasOfficeFields(view) && <Office view={view} />}
      <StateSection view={view} />
      {view.kind === SERVING_SITE_KIND && <SiteForums siteId={view.id} />}
      <SiteAssets siteId={view.id} />
      <HandoversPanel view={view} />
      <ChecksPanel view={view} />
      <IncidentsPanel view={view} />
      <AttachmentsPanel record={view} />
    </RecordFrame>
  );
}

function Identity({ view }: { view: SiteView }) {
  const { t } = useTranslation();
  const { position, partOf } = view;
  return (
    <FormSection
      title={t('holdings:section.site')}
      conflict={inConflict(view, 'identity', 'position', 'station', 'works')}
    >
      <Facts
        facts={[
          { label: t('holdings:field.kind'), value: <KindText kind={view.kind} note={view.kindNote} /> },
          { label: t('holdings:field.place'), value: <PlaceLabel code={view.place} /> },
          {
            label: t('holdings:field.position'),
            value:
              position === null ? t('holdings:site.noPosition') : <Identifier>{formatPosition(position)}</Identifier>,
          },
          { label: t('holdings:field.station'), value: view.station && <bdi>{view.station}</bdi> },
          { label: t('holdings:field.partOf'), value: partOf && <SiteLabel id={partOf} /> },
          { label: t('holdings:field.startedOn'), value: <DateText value={view.startedOn} /> },
          { label: t('holdings:field.finishedOn'), value: <DateText value={view.finishedOn} /> },
        ]}
      />
    </FormSection>
  );
}

/** Who works there, and how people get in. */
function Office({ view }: { view: SiteView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <FormSection title={t('holdings:section.office')} conflict={inConflict(view, 'staff', 'access')}>
      <Facts
        facts={[
          { label: t('holdings:field.women'), value: format.number(view.women) },
          { label: t('holdings:field.men'), value: format.number(view.men) },
          {
            label: t('holdings:field.features'),
            value:
              view.features.length === 0
                ? ''
                : view.features.map((code) => (
                    <div key={code}>
                      <CodeLabel list="office_access_feature" code={code} />
                    </div>
                  )),
          },
        ]}
      />
    </FormSection>
  );
}
