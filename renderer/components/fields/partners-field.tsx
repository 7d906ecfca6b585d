import { ChoicesField } from './choices-field.tsx';
import type { FieldProps } from './field-context.tsx';
import { usePartnerChoices } from './partner-field.tsx';

type Props = FieldProps & {
  /** Ids of partners' records. */
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
};

/** Several partners or donors. */
export function PartnersField(props: Props) {
  return <ChoicesField {...props} choices={usePartnerChoices(props.value)} />;
}
