import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { RoundView } from '#shared/contract/mappings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import { ChainsList } from './chains-list.tsx';
import { MapState } from './map-state.tsx';
import { NetworkPicture } from './network-picture.tsx';
import { NetworksCompared } from './networks-compared.tsx';
import { PlacesGrid, PlacesTable } from './places-view.tsx';
import { RoundsCompared } from './rounds-compared.tsx';

/** The rounds of a place, or with `forumId` of a forum: women's and men's view side by side, and what changed. */
export function RoundsScreen({ place, forumId }: { place: string; forumId?: string }) {
  const { t } = useTranslation();
  const rounds = useCall('mappings.rounds', { place, forumId: forumId ?? null });
  return (
    <QueryState
      of={rounds}
      empty={(found) => found.rounds.length === 0}
      emptyContent={<EmptyState title={t('mappings:rounds.emptyTitle')} text={t('mappings:rounds.emptyText')} />}
    >
      {(found) => <RoundsOf found={found} place={place} />}
    </QueryState>
  );
}

function RoundsOf({ found, place }: { found: OutputOf<'mappings.rounds'>; place: string }) {
  const { t } = useTranslation();
  const { rounds, below, forumName } = found;
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = rounds.find(({ round }) => String(round) === chosen) ?? rounds[0];
  const choices = useRoundChoices(rounds);
  if (!shown) return null;
  return (
    <article>
      <PageTitle title={t('mappings:rounds.title')} />
      <Stack gap="md">
        <Group gap="sm">
          <Text>{forumName === '' ? <PlaceLabel code={place} /> : <bdi>{forumName}</bdi>}</Text>
          <Anchor href="#/mappings">{t('mappings:rounds.allSessions')}</Anchor>
        </Group>
        <ChoiceField
          label={t('mappings:rounds.choose')}
          choices={choices}
          value={String(shown.round)}
          onChange={setChosen}
        />
        <Text>{t('mappings:count.sessions', { count: shown.sessions })}</Text>
        {shown.waiting > 0 && <Text>{t('mappings:count.waiting', { count: shown.waiting })}</Text>}
        <SideBySide round={shown} below={below} />
        <FormSection title={t('mappings:section.answers')}>
          <AnswersPanel key={shown.round} answers={shown.answers} below={below} />
        </FormSection>
        <FormSection title={t('mappings:section.change')}>
          <RoundsCompared key={shown.round} round={shown} rounds={rounds} />
        </FormSection>
      </Stack>
    </article>
  );
}

function useRoundChoices(rounds: readonly RoundView[]) {
  const { t } = useTranslation();
  return rounds.map(({ round, from, to }) => ({
    value: String(round),
    label: from === to ? t('mappings:rounds.oneDay', { round, from }) : t('mappings:rounds.days', { round, from, to }),
  }));
}

type Side = { readonly key: string; readonly title: string } & RoundView['women'];

/** Women see other things than men: both pictures stand beside each other, drawn in the same way. */
function SideBySide({ round, below }: { round: RoundView; below: number }) {
  const { t } = useTranslation();
  const sides: readonly Side[] = [
    { key: 'women', title: t('mappings:rounds.women'), ...round.women },
    { key: 'men', title: t('mappings:rounds.men'), ...round.men },
  ];
  const drawn = sides.filter(({ map }) => map.state === 'shown');
  const places = drawn.flatMap(({ title, map }) => map.places.map((place) => ({ ...place, said: title })));
  return (
    <>
      <FormSection title={t('mappings:section.trust')}>
        <Columns
          sides={sides}
          below={below}
          draw={({ map, title }) => (
            <NetworkPicture network={map.network} label={t('mappings:network.pictureOf', { side: title })} />
          )}
        />
        {drawn.length > 0 && (
          <NetworksCompared sides={drawn.map(({ key, title, map }) => ({ key, title, network: map.network }))} />
        )}
      </FormSection>
      <FormSection title={t('mappings:section.places')}>
        <Columns
          sides={sides}
          below={below}
          draw={({ map, title }) => (
            <PlacesGrid places={map.places} label={t('mappings:place.tableOf', { side: title })} />
          )}
        />
        {drawn.length > 0 && <PlacesTable places={places} />}
      </FormSection>
      <FormSection title={t('mappings:section.chains')}>
        <Columns sides={sides} below={below} draw={({ map }) => <ChainsList chains={map.chains} />} />
      </FormSection>
    </>
  );
}

type ColumnsProps = { sides: readonly Side[]; below: number; draw: (side: Side) => ReactNode };

function Columns({ sides, below, draw }: ColumnsProps) {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      {sides.map((side) => (
        <Stack key={side.key} gap="sm">
          <Title order={3} size="h5">
            {side.title}
          </Title>
          <MapState state={side.map.state} below={below}>
            {draw(side)}
          </MapState>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
