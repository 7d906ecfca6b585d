import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showCount } from '#shared/domain/small-cells.ts';
import type { FieldWords, GroupWords } from '#renderer/components/record/group-words.tsx';
import { transferGroup } from '#renderer/components/transfer/transfer-group.tsx';
import { useRules } from '#renderer/components/use-rules.ts';
import { CountText } from '#renderer/components/count-text.tsx';
import { useMappingChoices } from './use-mapping-choices.ts';

/**
 * How history and conflicts tell the groups of a session. Single answers and counts of people are not among them: they
 * are seen in the form of whoever may write, and in figures.
 */
export function useMappingWords(): GroupWords {
  const { t } = useTranslation();
  const { wordOfEffect, wordOfAnswer } = useMappingChoices();
  const below = useRules()?.exportSmallCell ?? null;
  return useMemo(() => {
    const text = (label: string): FieldWords => ({ label, as: 'text' });
    const list = (label: string, key: string): FieldWords => ({ label, as: { list: key } });
    const notShown = (label: string): FieldWords => ({ label, as: () => t('mappings:history.notShown') });
    const chain = (label: string) => ({
      label,
      fields: { actors: list(t('mappings:section.chains'), 'trust_actor'), ends: text(t('mappings:chain.ends')) },
    });
    return {
      owner: { label: t('mappings:group.owner'), fields: {} },
      void: { label: t('mappings:group.void'), fields: { voided: { label: t('common:record.voided'), as: 'flag' } } },
      transfer: transferGroup(t),
      voidReason: { label: t('mappings:group.voidReason'), fields: { reason: text(t('common:label.reason')) } },
      session: {
        label: t('mappings:section.session'),
        fields: {
          place: { label: t('mappings:field.place'), as: 'place' },
          date: { label: t('mappings:field.date'), as: 'date' },
          group: list(t('mappings:field.group'), 'mapping_group'),
          round: { label: t('mappings:field.round'), as: 'number' },
        },
      },
      closing: {
        label: t('mappings:group.closing'),
        fields: { on: { label: t('mappings:field.closedOn'), as: 'date' } },
      },
      tally: { label: t('mappings:group.tally'), fields: { answers: notShown(t('mappings:group.tally')) } },
      conduct: {
        label: t('mappings:group.conduct'),
        fields: {
          guardians: { label: t('mappings:field.guardianConsent'), as: 'flag' },
          reason: text(t('common:label.reason')),
          people: notShown(t('mappings:section.people')),
        },
      },
      sheets: {
        label: t('mappings:group.sheets'),
        fields: {
          rows: {
            label: t('mappings:group.sheets'),
            as: (value) => <SheetCount sheets={Array.isArray(value) ? value.length : 0} below={below} />,
          },
        },
      },
      trust: {
        label: t('mappings:section.trust'),
        fields: {
          actor: list(t('mappings:trust.actor'), 'trust_actor'),
          turnTo: list(t('mappings:trust.turnTo'), 'perception_scale'),
          influence: list(t('mappings:trust.influence'), 'perception_scale'),
          effect: { label: t('mappings:trust.effect'), as: (value) => wordOfEffect(String(value)) },
          reachable: { label: t('mappings:trust.reachable'), as: (value) => wordOfAnswer(String(value)) },
        },
      },
      safety: {
        label: t('mappings:section.places'),
        fields: {
          name: text(t('mappings:place.name')),
          day: list(t('mappings:place.day'), 'place_safety'),
          night: list(t('mappings:place.night'), 'place_safety'),
          forWhom: text(t('mappings:place.forWhom')),
          why: text(t('mappings:place.why')),
        },
      },
      chainTheft: chain(t('mappings:case.theft')),
      chainHarassment: chain(t('mappings:case.harassment')),
      chainViolence: chain(t('mappings:case.familyViolence')),
      reopened: { label: t('mappings:group.reopened'), fields: { reason: text(t('common:label.reason')) } },
    };
  }, [t, wordOfEffect, wordOfAnswer, below]);
}

/** How many there are, so that two versions can be told apart; nothing of what they say. */
function SheetCount({ sheets, below }: { sheets: number; below: number | null }) {
  const { t } = useTranslation();
  return (
    <span>
      <CountText value={below === null ? 'hidden' : showCount(sheets, below)} /> · {t('mappings:history.notShown')}
    </span>
  );
}
