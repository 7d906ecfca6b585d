import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import type { FieldProps } from '#renderer/components/fields/field-context.tsx';

type Props = FieldProps & {
  value: string | null;
  onChange: (forum: string | null) => void;
  /** Name of the forum that stood there before, which may be beyond the first page. */
  known: { readonly id: string; readonly name: string } | null;
};

const most = 200;

/** The forum a training was held for, or none. */
export function ForumField({ known, ...field }: Props) {
  const forums = useCall('forums.list', { limit: most });
  const rows = (forums.value?.rows ?? []).filter(({ voided, id }) => !voided || id === field.value);
  const choices = rows.map(({ id, name }) => ({ value: id, label: name }));
  const extra =
    known !== null && !rows.some(({ id }) => id === known.id) ? [{ value: known.id, label: known.name }] : [];
  return <ChoiceField {...field} choices={[...choices, ...extra]} clearable />;
}
