import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PlaceView } from '#shared/contract/places.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { formatPosition } from '#shared/domain/position.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { Identifier } from '#renderer/components/identifier.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { NameFacts } from './name-facts.tsx';
import { useLevelWord } from './use-level-word.ts';
import { useMayWriteReference } from './use-may-write.ts';
import { usePlaceWords } from './use-place-words.ts';

export function PlaceScreen({ id }: { id: string }) {
  const place = useCall('places.get', { placeId: id });
  return <QueryState of={place}>{(view) => <PlacePage view={view} />}</QueryState>;
}

function PlacePage({ view }: { view: PlaceView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { language } = useScreenLanguage();
  const words = usePlaceWords();
  const levelWord = useLevelWord();
  const mayWrite = useMayWriteReference();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{nameIn(view.names, language)}</bdi>}
      kind={t('reference:places.kindWord')}
      {...(mayWrite ? { onEdit: () => navigate(`/reference/places/${view.id}/edit`) } : {})}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <FormSection title={t('reference:section.names')} conflict={inConflict(view, 'names')}>
        <NameFacts names={view.names} />
      </FormSection>
      <FormSection
        title={t('reference:section.position')}
        conflict={inConflict(view, 'position', 'coordinates', 'authority', 'active')}
      >
        <Facts
          facts={[
            { label: t('reference:field.level'), value: levelWord(view.level) },
            { label: t('reference:field.parent'), value: <PlaceLabel code={view.parent} /> },
            { label: t('reference:field.position'), value: <Identifier>{formatPosition(view.position)}</Identifier> },
            ...(view.farReason === ''
              ? []
              : [{ label: t('reference:field.farReason'), value: <bdi>{view.farReason}</bdi> }]),
            {
              label: t('reference:field.authority'),
              value: <CodeLabel list="governing_authority" code={view.authority} />,
            },
            { label: t('reference:field.code'), value: <Identifier>{view.code}</Identifier> },
            {
              label: t('reference:group.active'),
              value: view.active ? t('reference:partners.offered') : t('reference:partners.notOffered'),
            },
          ]}
        />
      </FormSection>
    </RecordFrame>
  );
}
