import { useTranslation } from 'react-i18next';
import type { AnyHoldingView } from '#shared/contract/holdings.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { MoneyText } from '#renderer/components/money-text.tsx';
import { PartnerLabel } from '#renderer/components/partner-label.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { Facts } from '#renderer/components/record/facts.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';

type View = Pick<
  AnyHoldingView,
  'conflicts' | 'status' | 'condition' | 'policeReport' | 'donor' | 'amount' | 'currency'
>;

/** How it stands with it, and who paid. */
export function StateSection({ view }: { view: View }) {
  const { t } = useTranslation();
  const { condition, policeReport, donor, amount } = view;
  return (
    <FormSection title={t('holdings:section.state')} conflict={inConflict(view, 'state', 'funding')}>
      <Facts
        facts={[
          { label: t('holdings:field.status'), value: <CodeLabel list="asset_status" code={view.status} /> },
          {
            label: t('holdings:field.condition'),
            value: condition && <CodeLabel list="asset_condition" code={condition} />,
          },
          ...(policeReport === ''
            ? []
            : [{ label: t('holdings:field.policeReport'), value: <bdi>{policeReport}</bdi> }]),
          { label: t('holdings:field.donor'), value: donor && <PartnerLabel id={donor} /> },
          {
            label: t('holdings:field.amount'),
            value: amount === null ? '' : <MoneyText amount={amount} currency={view.currency ?? ''} />,
          },
        ]}
      />
    </FormSection>
  );
}

/** Words of its own in place of `other`. */
export function KindText({ kind, note }: { kind: string; note: string }) {
  return note === '' ? <CodeLabel list="infrastructure_kind" code={kind} /> : <bdi>{note}</bdi>;
}
