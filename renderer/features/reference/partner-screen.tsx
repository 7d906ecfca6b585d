import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { PartnerView } from '#shared/contract/partners.ts';
import { nameIn } from '#shared/domain/partner.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { GroupValue, groupLabel, inConflict } from '#renderer/components/record/group-words.tsx';
import { RecordFrame } from '#renderer/components/record/record-frame.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { NameFacts } from './name-facts.tsx';
import { useKindWord } from './use-kind-word.ts';
import { useMayWriteReference } from './use-may-write.ts';
import { usePartnerWords } from './use-partner-words.ts';

export function PartnerScreen({ id }: { id: string }) {
  const partner = useCall('partners.get', { partnerId: id });
  return <QueryState of={partner}>{(view) => <PartnerPage view={view} />}</QueryState>;
}

function PartnerPage({ view }: { view: PartnerView }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { language } = useScreenLanguage();
  const words = usePartnerWords();
  const kindWord = useKindWord();
  const mayWrite = useMayWriteReference();
  return (
    <RecordFrame
      record={view}
      title={<bdi>{nameIn(view.names, language)}</bdi>}
      kind={t('reference:partners.kindWord')}
      {...(mayWrite ? { onEdit: () => navigate(`/reference/partners/${view.id}/edit`) } : {})}
      labelOfGroup={(group) => groupLabel(t, words, group)}
      renderValue={(group, value) => <GroupValue words={words} group={group} value={value} />}
    >
      <FormSection title={t('reference:section.names')} conflict={inConflict(view, 'names')}>
        <NameFacts names={view.names} />
      </FormSection>
      <FormSection title={t('reference:section.about')} conflict={inConflict(view, 'kind', 'active', 'note')}>
        <Facts
          facts={[
            { label: t('reference:field.kind'), value: kindWord(view.kind) },
            { label: t('reference:field.note'), value: view.note && <bdi>{view.note}</bdi> },
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
