import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateToInput, isCalendarDate, parseDate } from '#shared/text/dates.ts';
import { useFormat } from '#renderer/components/language-context.tsx';
import { fieldErrorText } from '#renderer/components/use-error-text.ts';
import { type FieldProps, useField } from './field-context.tsx';
import { TypedField } from './typed-field.tsx';

const CalendarPanel = lazy(() => import('./calendar-panel.tsx'));

type Props = FieldProps & {
  /** `YYYY-MM-DD`, or the text as typed while it is no date: it stays in the field and the contract refuses it. */
  value: string | null;
  onChange: (value: string | null) => void;
};

/** A day, typed as day, month, year in any digits or picked from a calendar; the day in words stands below. */
export function DateField({ value, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { edited } = useField(field);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <TypedField
        {...field}
        value={value}
        onChange={onChange}
        description={field.description ?? t('common:date.hint')}
        read={readDate}
        textOf={(day) => dateToInput(day ?? '')}
        problemOf={(day) => problemOf(t, day)}
        inputMode="numeric"
        maxLength={30}
        rightSection={
          <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-start" withinPortal>
            <Popover.Target>
              <ActionIcon
                variant="subtle"
                size={32}
                disabled={field.disabled ?? false}
                aria-label={t('fields:date.pick', { label: field.label })}
                onClick={() => setOpen(!open)}
              >
                <IconCalendar size={20} aria-hidden />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <Suspense fallback={<Text>{t('common:state.loading')}</Text>}>
                <CalendarPanel
                  value={value !== null && isCalendarDate(value) ? value : null}
                  onPick={(date) => {
                    edited();
                    onChange(date);
                    setOpen(false);
                  }}
                />
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        }
      />
      <Text size="xs" c="dimmed" mih="1.6em" aria-live="polite">
        {value !== null && isCalendarDate(value) ? format.dateWithWeekday(value) : ''}
      </Text>
    </div>
  );
}

/** The day, or the text itself where it is none; null for nothing. */
function readDate(typed: string): string | null {
  if (typed.trim() === '') return null;
  const parsed = parseDate(typed);
  return parsed.ok ? parsed.value : typed;
}

function problemOf(t: TFunction, value: string | null): string | null {
  if (value === null) return null;
  const parsed = parseDate(value);
  return parsed.ok ? null : fieldErrorText(t, parsed.error.code);
}
