import { ActionIcon, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  kindOfPeriod,
  type Period,
  PERIOD_KINDS,
  type PeriodKind,
  periodAround,
  periodBefore,
} from '#shared/domain/indicators/period.ts';
import { addDays } from '#shared/text/calendar.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

type Props = { period: Period; own: boolean; onChange: (period: Period, own: boolean) => void; mayBeOwn: boolean };

/** A calendar period and the way to the ones beside it; own dates for whoever may see small numbers. */
export function PeriodPicker({ period, own, onChange, mayBeOwn }: Props) {
  const { t } = useTranslation();
  const kinds = [...PERIOD_KINDS, ...(mayBeOwn ? (['own'] as const) : [])];
  return (
    <Group gap="md" wrap="wrap">
      <SegmentedControl
        aria-label={t('figures:period.label')}
        value={own ? 'own' : (kindOfPeriod(period) ?? 'own')}
        onChange={(kind) =>
          kind === 'own' ? onChange(period, true) : onChange(periodAround(kind as PeriodKind, period.to), false)
        }
        data={kinds.map((kind) => ({ value: kind, label: t(`figures:period.${kind}`) }))}
      />
      {own ? (
        <OwnDates period={period} onChange={(next) => onChange(next, true)} />
      ) : (
        <Around period={period} onChange={(next) => onChange(next, false)} />
      )}
    </Group>
  );
}

type PartProps = { period: Period; onChange: (period: Period) => void };

function Around({ period, onChange }: PartProps) {
  const { t } = useTranslation();
  const { direction } = useScreenLanguage();
  const [Before, After] =
    direction === 'rtl' ? [IconChevronRight, IconChevronLeft] : [IconChevronLeft, IconChevronRight];
  const kind = kindOfPeriod(period) ?? 'month';
  return (
    <Group gap="xs">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('figures:period.before')}
        onClick={() => onChange(periodBefore(period))}
      >
        <Before size={20} aria-hidden />
      </ActionIcon>
      <Text fw={600}>
        <DateText value={period.from} /> – <DateText value={period.to} />
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('figures:period.after')}
        onClick={() => onChange(periodAround(kind, addDays(period.to, 1)))}
      >
        <After size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function OwnDates({ period, onChange }: PartProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <DateField
        label={t('figures:period.from')}
        name="from"
        value={period.from}
        onChange={(from) => from !== null && onChange({ ...period, from })}
      />
      <DateField
        label={t('figures:period.to')}
        name="to"
        value={period.to}
        onChange={(to) => to !== null && onChange({ ...period, to })}
      />
    </Group>
  );
}
