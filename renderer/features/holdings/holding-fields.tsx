import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CURRENCIES, mostWholeUnits } from '#shared/domain/money.ts';
import { isChosenStatus } from '#shared/domain/infrastructure.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { NumberField } from '#renderer/components/fields/number-field.tsx';
import { PartnerField } from '#renderer/components/fields/partner-field.tsx';
import { useCurrencyWord } from '#renderer/components/money-text.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import type { HoldingForm } from './holding-form-model.ts';

type Props = { fields: HoldingForm; patch: (change: Partial<HoldingForm>) => void };

type KindProps = Props & {
  isOffered: (kind: string) => boolean;
  nameLabel: string;
  nameHint?: string;
};

/** What it is and what it is called. */
export function KindFields({ fields, patch, isOffered, nameLabel, nameHint }: KindProps) {
  const { t } = useTranslation();
  return (
    <>
      <CodeField
        list="infrastructure_kind"
        label={t('holdings:field.kind')}
        name="fields.kind"
        value={fields.kind}
        onChange={(kind) => patch({ kind })}
        only={({ code }) => isOffered(code)}
        required
      />
      <LineField
        label={nameLabel}
        description={nameHint}
        name="fields.name"
        value={fields.name}
        onChange={(name) => patch({ name })}
        required
      />
      {(fields.kind === 'other' || fields.kindNote !== '') && (
        <LineField
          label={t('holdings:field.kindNote')}
          name="fields.kindNote"
          value={fields.kindNote}
          onChange={(kindNote) => patch({ kindNote })}
          required={fields.kind === 'other'}
        />
      )}
    </>
  );
}

/** How it stands with it: chosen by hand, but for a hand-over, which is an act of its own. */
export function StateFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  return (
    <FormSection title={t('holdings:section.state')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
        <CodeField
          list="asset_status"
          label={t('holdings:field.status')}
          description={t('holdings:field.statusHint')}
          name="fields.status"
          value={fields.status}
          onChange={(status) => patch({ status })}
          only={({ code }) => isChosenStatus(code) || code === fields.status}
          required
        />
        <CodeField
          list="asset_condition"
          label={t('holdings:field.condition')}
          name="fields.condition"
          value={fields.condition}
          onChange={(condition) => patch({ condition })}
          clearable
        />
        {(fields.status === 'lost_stolen' || fields.policeReport !== '') && (
          <LineField
            label={t('holdings:field.policeReport')}
            name="fields.policeReport"
            value={fields.policeReport}
            onChange={(policeReport) => patch({ policeReport })}
            required={fields.status === 'lost_stolen'}
          />
        )}
      </SimpleGrid>
    </FormSection>
  );
}

/** Who paid, and how much. */
export function FundingFields({ fields, patch }: Props) {
  const { t } = useTranslation();
  const wordOf = useCurrencyWord();
  return (
    <FormSection title={t('holdings:section.funding')}>
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="xs">
        <PartnerField
          label={t('holdings:field.donor')}
          name="fields.donor"
          value={fields.donor}
          onChange={(donor) => patch({ donor })}
        />
        <NumberField
          label={t('holdings:field.amount')}
          description={t('holdings:field.amountHint')}
          name="fields.amount"
          value={fields.amount}
          onChange={(amount) => patch({ amount })}
          max={mostWholeUnits}
        />
        <ChoiceField
          label={t('holdings:field.currency')}
          name="fields.currency"
          choices={CURRENCIES.map((code) => ({ value: code, label: wordOf(code) }))}
          value={fields.currency}
          onChange={(currency) => patch({ currency })}
          clearable
          required={fields.amount !== null}
        />
      </SimpleGrid>
    </FormSection>
  );
}
