import { Alert, Anchor, Button } from '@mantine/core';
import { IconLock, IconLockOpen, IconMap2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { MappingView } from '#shared/contract/mappings.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PersonText } from '#renderer/components/person-text.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import { ChainsList } from './chains-list.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { MapState } from './map-state.tsx';
import { NetworkPicture } from './network-picture.tsx';
import { NetworkTable } from './network-table.tsx';
import { PeopleTable } from './people-table.tsx';
import { PlacesView } from './places-view.tsx';
import { roundsAddress } from './rounds-address.ts';
import { useMappingWords } from './use-mapping-words.tsx';

export function MappingScreen({ id }: { id: string }) {
  const mapping = useCall('mappings.get', { mappingId: id });
  return <QueryState of={mapping}>{(view) => <MappingPage view={view} />}</QueryState>;
}

function MappingPage({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = useMappingWords();
  return (
    <RecordFrame
      record={view}
      title={t('mappings:title', { date: view.date })}
      kind={t('mappings:section.session')}
      {...(view.may.edit ? { onEdit: () => navigate(`/mappings/${view.id}/edit`) } : {})}
      actions={<MappingActions view={view} />}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      {view.closedOn === null && view.owner.mine && <Alert color="blue">{t('mappings:state.openHint')}</Alert>}
      <FormSection title={t('mappings:section.session')} conflict={inConflict(view, 'session', 'closing', 'conduct')}>
        <SessionFacts view={view} />
      </FormSection>
      <FormSection title={t('mappings:section.people')}>
        <PeopleTable people={view.people} below={view.below} />
      </FormSection>
      <FormSection title={t('mappings:section.answers')} conflict={inConflict(view, 'sheets', 'tally')}>
        <AnswersPanel answers={view.answers} below={view.below} />
      </FormSection>
      <MapSections view={view} />
    </RecordFrame>
  );
}

function MapSections({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const { map, below } = view;
  const sections = [
    {
      key: 'trust',
      title: t('mappings:section.trust'),
      conflict: inConflict(view, 'trust'),
      content: (
        <>
          <NetworkPicture network={map.network} label={t('mappings:network.picture')} />
          <NetworkTable network={map.network} label={t('mappings:trust.table')} />
        </>
      ),
    },
    {
      key: 'places',
      title: t('mappings:section.places'),
      conflict: inConflict(view, 'safety'),
      content: <PlacesView places={map.places} label={t('mappings:section.places')} />,
    },
    {
      key: 'chains',
      title: t('mappings:section.chains'),
      conflict: inConflict(view, 'chainTheft', 'chainHarassment', 'chainViolence'),
      content: <ChainsList chains={map.chains} />,
    },
  ];
  return sections.map(({ key, title, conflict, content }) => (
    <FormSection key={key} title={title} conflict={conflict}>
      <MapState state={map.state} below={below} office={view.owner.name}>
        {content}
      </MapState>
    </FormSection>
  ));
}

/** To the rounds of the place; closing and reopening for the office that owns it. */
function MappingActions({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const mayApprove = useCan('policing.approve');
  const [closes, setCloses] = useState(false);
  return (
    <>
      <Button
        variant="default"
        component="a"
        href={`#${roundsAddress(view)}`}
        leftSection={<IconMap2 size={20} aria-hidden />}
      >
        {t('mappings:rounds.open')}
      </Button>
      {view.may.edit && (
        <Button variant="default" leftSection={<IconLock size={20} aria-hidden />} onClick={() => setCloses(true)}>
          {t('mappings:close.open')}
        </Button>
      )}
      {view.closedOn !== null && view.owner.mine && view.voided === null && mayApprove && <ReopenButton view={view} />}
      {closes && <CloseDialog view={view} onClose={() => setCloses(false)} />}
    </>
  );
}

function ReopenButton({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const reopen = useCommand('mappings.reopen');
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLockOpen size={20} aria-hidden />}
        onClick={() => {
          reopen.clear();
          setAsks(true);
        }}
      >
        {t('mappings:reopen.open')}
      </Button>
      <ReasonDialog
        opened={asks}
        onClose={() => setAsks(false)}
        recordId={view.id}
        what="reopen"
        title={t('mappings:reopen.title')}
        text={t('mappings:reopen.text')}
        act={t('mappings:reopen.act')}
        busy={reopen.busy}
        error={reopen.error}
        onAct={async (reason) => {
          const done = await reopen.run({ mappingId: view.id, reason, heads: view.heads });
          return done.ok;
        }}
      />
    </>
  );
}

function SessionFacts({ view }: { view: MappingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { conduct } = view;
  return (
    <Facts
      facts={[
        { label: t('mappings:field.place'), value: <PlaceLabel code={view.place} /> },
        {
          label: t('mappings:field.forum'),
          value:
            view.forumId === null ? null : (
              <Anchor href={`#/forums/${view.forumId}`}>
                <bdi>{view.forumName}</bdi>
              </Anchor>
            ),
        },
        { label: t('mappings:field.date'), value: <DateText value={view.date} /> },
        { label: t('mappings:field.group'), value: <CodeLabel list="mapping_group" code={view.group} /> },
        { label: t('mappings:field.round'), value: format.number(view.round) },
        { label: t('mappings:field.closedOn'), value: <DateText value={view.closedOn} /> },
        {
          label: t('mappings:field.facilitators'),
          value: conduct === null ? <PersonText value={null} /> : format.number(conduct.facilitators),
        },
        {
          label: t('mappings:field.womenFacilitators'),
          value: conduct === null ? <PersonText value={null} /> : format.number(conduct.womenFacilitators),
        },
        ...(conduct?.guardianConsent
          ? [{ label: t('mappings:field.guardianConsent'), value: t('common:word.yes') }]
          : []),
        ...(conduct && conduct.reason !== ''
          ? [{ label: t('common:label.reason'), value: <bdi className="passage">{conduct.reason}</bdi> }]
          : []),
      ]}
    />
  );
}
