import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { forumStatusOn } from '#shared/domain/forum-status.ts';
import type { ForumView } from '#shared/contract/forums.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { PartnerLabels } from '#renderer/components/partner-label.tsx';
import { PlaceLabel } from '#renderer/components/place-label.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { SiteLabel } from '#renderer/components/site-label.tsx';
import { today } from '#renderer/components/today.ts';
import { useRules } from '#renderer/components/use-rules.ts';
import { turnWord } from './turn-word.ts';

type Props = { forum: ForumView; lastMeeting: string | null };

/** What the forum is: place, status of today, statute, and how it ended and began again. */
export function ForumFacts({ forum, lastMeeting }: Props) {
  const { t } = useTranslation();
  const rules = useRules();
  const status = rules === null ? forum.status : forumStatusOn({ ...forum, lastMeeting }, today(), rules);
  const { statute } = forum;
  const typed = (text: string) => text && <bdi className="passage">{text}</bdi>;
  // A forum that wrote down no rules shows no empty lines for them.
  const statuteFacts = [
    {
      label: t('forums:statute.adoptedOn'),
      value: <DateText value={statute.adoptedOn} />,
      shown: statute.adoptedOn !== null,
    },
    { label: t('forums:statute.order'), value: typed(statute.order), shown: statute.order !== '' },
    { label: t('forums:statute.area'), value: typed(statute.area), shown: statute.area !== '' },
    {
      label: t('forums:statute.usualMeeting'),
      value: typed(statute.usualMeeting),
      shown: statute.usualMeeting !== '',
    },
    { label: t('forums:statute.aims'), value: typed(statute.aims), shown: statute.aims !== '' },
  ];
  return (
    <FormSection
      title={t('forums:section.identity')}
      conflict={inConflict(forum, 'identity', 'service', 'site', 'founding', 'partners', 'statute', 'status', 'turn')}
    >
      <Facts
        facts={[
          { label: t('common:label.place'), value: <PlaceLabel code={forum.place} /> },
          { label: t('forums:field.status'), value: <CodeLabel list="forum_status" code={status} /> },
          { label: t('forums:field.servingOffice'), value: typed(forum.servingOffice) },
          { label: t('forums:field.site'), value: <Site forum={forum} /> },
          { label: t('forums:field.foundedOn'), value: <DateText value={forum.foundedOn} /> },
          { label: t('forums:field.establishedBy'), value: typed(forum.establishedBy) },
          {
            label: t('forums:field.partners'),
            value: forum.partners.length === 0 ? '' : <PartnerLabels ids={forum.partners} />,
          },
          ...statuteFacts.filter(({ shown }) => shown),
        ]}
      />
      {forum.turns.length > 0 && <Turns turns={forum.turns} />}
    </FormSection>
  );
}

/** The office in the register, with the reason where it is far away. */
function Site({ forum: { site, farReason } }: { forum: ForumView }) {
  if (site === null) return '–';
  return (
    <>
      <SiteLabel id={site} />
      {farReason !== '' && (
        <Text size="sm" c="dimmed">
          <bdi>{farReason}</bdi>
        </Text>
      )}
    </>
  );
}

function Turns({ turns }: { turns: ForumView['turns'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Title order={3} size="h5">
        {t('forums:turn.history')}
      </Title>
      <List>
        {turns.map(({ id, kind, on, reason }) => (
          <List.Item key={id}>
            <Text>{t('forums:turn.line', { what: turnWord(t, kind) ?? kind, date: on, reason })}</Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
