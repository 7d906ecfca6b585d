import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndicatorFigures, IndicatorLine, IndicatorPlace } from '#shared/contract/indicators.ts';
import { kindOfPeriod, type Period, periodAround } from '#shared/domain/indicators/period.ts';
import { useSession } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { today } from '#renderer/components/today.ts';
import { FiguresTable } from './figures-table.tsx';
import { IndicatorDetail } from './indicator-detail.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { PlacePicker } from './place-picker.tsx';
import { SaveTable } from './save-table.tsx';
import type { Figures } from './use-figure-words.ts';

/** In the order in which reports list them. */
const FAMILIES = ['F', 'S', 'P', 'T', 'A'] as const;

/** What the program counts of what was recorded, for a period; one indicator opens to its break-downs. */
export function FiguresScreen() {
  const { t } = useTranslation();
  const session = useSession();
  const seesAll = session.user?.permissions.includes('policing.read') ?? false;
  const [{ period, own }, setPeriod] = useState(() => ({
    period: periodAround('quarter', today()) as Period,
    own: false,
  }));
  const [place, setPlace] = useState<IndicatorPlace | null>(null);
  const [indicator, setIndicator] = useState<string | null>(null);
  const figures = useCall('indicators.compute', { ...period, place, indicator });
  return (
    <>
      <PageTitle title={t('figures:title')} />
      <Stack gap="md">
        <Text>{t('figures:intro')}</Text>
        <PeriodPicker
          period={period}
          own={own}
          mayBeOwn={seesAll}
          onChange={(next, isOwn) => setPeriod({ period: next, own: isOwn })}
        />
        {seesAll && <PlacePicker period={period} place={place} onChange={setPlace} />}
        <QueryState of={figures}>
          {(value) => <Shown figures={value} chosen={indicator} onChoose={setIndicator} />}
        </QueryState>
        {indicator === null && kindOfPeriod(period) !== null && <SaveTable period={period} />}
      </Stack>
    </>
  );
}

type ShownProps = { figures: Figures; chosen: string | null; onChoose: (code: string | null) => void };

function Shown({ figures, chosen, onChoose }: ShownProps) {
  const { t } = useTranslation();
  const one = figures.indicators.find(({ code }) => code === chosen);
  const linesSeen = ({ measures }: IndicatorFigures) =>
    measures.flatMap(({ lines }) => (one ? lines : lines.slice(0, 1)));
  return (
    <Stack gap="md">
      <Notes figures={figures} lines={(one ? [one] : figures.indicators).flatMap(linesSeen)} />
      {one ? (
        <IndicatorDetail figures={figures} indicator={one} onBack={() => onChoose(null)} />
      ) : (
        FAMILIES.map((family) => (
          <FormSection key={family} title={t(`figures:family.${family}`)}>
            <FiguresTable
              label={t(`figures:family.${family}`)}
              indicators={figures.indicators.filter(({ code }) => code.startsWith(family))}
              onOpen={onChoose}
            />
          </FormSection>
        ))
      )}
    </Stack>
  );
}

/** Why a number is missing, where one is. */
function Notes({ figures, lines }: { figures: Figures; lines: readonly IndicatorLine[] }) {
  const { t } = useTranslation();
  const isHidden = (one: IndicatorLine['numerator']): boolean => typeof one === 'string';
  const hidden = lines.some((line) => [line.numerator, line.denominator, line.leftOut].some(isHidden));
  const none = lines.some(({ figure, denominator }) => figure === null && denominator === 0);
  return (
    <>
      {(figures.hidden || hidden) && <Text c="dimmed">{t('figures:hidden', { below: figures.below })}</Text>}
      {none && <Text c="dimmed">{t('figures:noneWhy')}</Text>}
    </>
  );
}
