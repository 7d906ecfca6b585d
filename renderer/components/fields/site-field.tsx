import { useTranslation } from 'react-i18next';
import type { SiteChoice } from '#shared/contract/sites.ts';
import { useSites } from '#renderer/components/use-sites.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  /** Id of the site's record. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Offers a part of them. */
  only?: (site: SiteChoice) => boolean;
};

/** An office or another facility that is recorded here. One that is not seen here stays where it was chosen. */
export function SiteField({ only = () => true, ...field }: Props) {
  const { t } = useTranslation();
  const { all, of } = useSites();
  const { value } = field;
  const choices = all
    .filter((site) => site.id === value || only(site))
    .map(({ id, name }) => ({ value: id, label: name }));
  const unseen = value !== null && of(value) === null ? [{ value, label: t('holdings:site.unseen') }] : [];
  return <ChoiceField {...field} clearable choices={[...choices, ...unseen]} />;
}
