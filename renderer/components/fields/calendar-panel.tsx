import '@mantine/dates/styles.css';
import { DatePicker, DatesProvider } from '@mantine/dates';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { DAYJS_LOCALE_NAMES, DAYJS_LOCALES } from '#shared/text/dayjs-locales.ts';
import { formatDateWithWeekday, formatMonth } from '#shared/text/dates.ts';
import { toDigits } from '#shared/text/digits.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';

// The last argument keeps the global locale as it is: else pickers would store dates in Arabic digits.
for (const locale of DAYJS_LOCALES) dayjs.locale(locale, undefined, true);

/** The calendar behind a date field. Week from Saturday; arrow keys follow the eye in both directions. */
function CalendarPanel({ value, onPick }: { value: string | null; onPick: (date: string) => void }) {
  const { t } = useTranslation();
  const { language, digits, direction } = useScreenLanguage();
  return (
    <DatesProvider
      settings={{ locale: DAYJS_LOCALE_NAMES[language], firstDayOfWeek: 6, weekendDays: [5, 6], consistentWeeks: true }}
    >
      <div dir={direction} onKeyDownCapture={direction === 'rtl' ? swapArrows : undefined}>
        <DatePicker
          value={value}
          onChange={(date) => date !== null && onPick(date)}
          {...(value === null ? {} : { defaultDate: value })}
          renderDay={(date) => toDigits(String(Number(date.slice(8, 10))), digits)}
          getDayProps={(date) => ({ 'aria-label': formatDateWithWeekday(date, language, digits) })}
          monthLabelFormat={(date) => formatMonth(date, language, digits)}
          yearLabelFormat={(date) => toDigits(date.slice(0, 4), digits)}
          yearsListFormat="YYYY"
          decadeLabelFormat="YYYY"
          ariaLabels={{
            monthLevelControl: t('fields:date.chooseMonth'),
            yearLevelControl: t('fields:date.chooseYear'),
            nextMonth: t('common:date.nextMonth'),
            previousMonth: t('common:date.previousMonth'),
            nextYear: t('fields:date.nextYear'),
            previousYear: t('fields:date.previousYear'),
            nextDecade: t('fields:date.nextDecade'),
            previousDecade: t('fields:date.previousDecade'),
          }}
        />
      </div>
    </DatesProvider>
  );
}

/** The calendar moves one day later on ArrowRight whatever the direction; mirrored, later lies on the other side. */
function swapArrows(event: React.KeyboardEvent<HTMLDivElement>): void {
  const swapped = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key];
  if (swapped === undefined || !event.nativeEvent.isTrusted) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key: swapped, code: swapped, bubbles: true }));
}

// biome-ignore lint/style/noDefaultExport: React.lazy takes default exports
export default CalendarPanel;
