import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Currency, fromMinor } from '#shared/domain/money.ts';
import { useFormat } from './language-context.tsx';
import { fieldOf } from './record/group-words.tsx';

/** An amount with the name of its currency. */
export function MoneyText({ amount, currency }: { amount: number; currency: string }) {
  const format = useFormat();
  const wordOf = useCurrencyWord();
  return (
    <bdi>
      <bdi>{format.number(fromMinor(amount, currency))}</bdi> {wordOf(currency)}
    </bdi>
  );
}

/** How history and conflicts tell an amount: with the currency that its group holds. An amount without one is none. */
export const drawMoney = (amount: unknown, group: unknown): ReactNode => {
  const currency = fieldOf(group, 'currency');
  return typeof amount === 'number' && typeof currency === 'string' ? (
    <MoneyText amount={amount} currency={currency} />
  ) : (
    '–'
  );
};

/** The name of a currency; of one that this program does not know, its code. */
export function useCurrencyWord(): (currency: string) => string {
  const { t } = useTranslation();
  const words: Readonly<Record<Currency, string>> = {
    IQD: t('holdings:currency.IQD'),
    USD: t('holdings:currency.USD'),
    EUR: t('holdings:currency.EUR'),
    CAD: t('holdings:currency.CAD'),
  };
  return (currency) => (words as Readonly<Record<string, string>>)[currency] ?? currency;
}
