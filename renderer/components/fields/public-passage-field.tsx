import { useTranslation } from 'react-i18next';
import { PassageField } from './passage-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & { value: string; onChange: (value: string) => void; minRows?: number; maxLength?: number };

/** Several sentences that many will read: it says beneath its label whose names do not belong there. */
export function PublicPassageField(props: Props) {
  const { t } = useTranslation();
  return <PassageField {...props} description={t('fields:noNames')} />;
}
