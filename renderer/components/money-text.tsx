import { fromMinor } from '#shared/domain/money.ts';
import { useFormat } from './language-context.tsx';

/** An amount with the code of its currency, never reordered. */
export function MoneyText({ amount, currency }: { amount: number; currency: string }) {
  const format = useFormat();
  return (
    <bdi>
      {format.number(fromMinor(amount, currency))} <bdi dir="ltr">{currency}</bdi>
    </bdi>
  );
}
