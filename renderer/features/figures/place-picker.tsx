import { useTranslation } from 'react-i18next';
import type { IndicatorPlace } from '#shared/contract/indicators.ts';
import type { Period } from '#shared/domain/indicators/period.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { usePlaces } from '#renderer/components/use-reference.ts';
import { useLineWord } from './use-figure-words.ts';

type Props = { period: Period; place: IndicatorPlace | null; onChange: (place: IndicatorPlace | null) => void };

const levels = ['governorate', 'district', 'office', 'forum'] as const;

/** All that is kept here, or one governorate, district, office or forum of it. */
export function PlacePicker({ period, place, onChange }: Props) {
  const { t } = useTranslation();
  const { labelOf } = usePlaces();
  const { value } = useCall('indicators.compute', { ...period, place: null, indicator: null }, { keepPrevious: true });
  const wordOf = useLineWord({ names: value?.names ?? [] });
  const wordFor = (level: string, code: string): string => {
    const word = wordOf(level, code);
    return word.of === 'text' ? word.text : (labelOf(word.code) ?? word.code);
  };
  const choices = levels.map((level) => ({
    group: t(`figures:dimension.${level}`),
    items: (value?.places ?? [])
      .filter((one) => one.level === level)
      .map((one) => ({ value: `${level}:${one.value}`, label: wordFor(level, one.value) })),
  }));
  return (
    <ChoiceField
      label={t('figures:place')}
      description={place === null ? t('figures:everywhere') : undefined}
      name="place"
      choices={choices.filter(({ items }) => items.length > 0)}
      value={place === null ? null : `${place.level}:${place.value}`}
      onChange={(chosen) => onChange(chosen === null ? null : placeOf(chosen))}
      clearable
    />
  );
}

function placeOf(chosen: string): IndicatorPlace | null {
  const [level, value] = [chosen.slice(0, chosen.indexOf(':')), chosen.slice(chosen.indexOf(':') + 1)];
  const known = levels.find((one) => one === level);
  return known ? { level: known, value } : null;
}
