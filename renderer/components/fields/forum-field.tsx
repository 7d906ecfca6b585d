import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from './choice-field.tsx';
import type { FieldProps } from './field-context.tsx';

type Props = FieldProps & {
  value: string | null;
  /** With the place of the forum, where it is known. */
  onChange: (forum: string | null, place: string | null) => void;
};

/** As many forums as an office may ever have. */
const most = 200;

/** The forum something is held for, or none. One that is not offered (any more) stays in the field with its name. */
export function ForumField({ value, onChange, ...field }: Props) {
  const forums = useCall('forums.list', { limit: most });
  const rows = (forums.value?.rows ?? []).filter(({ voided, id }) => !voided || id === value);
  const isMissing = value !== null && !rows.some(({ id }) => id === value);
  const chosen = useCall('forums.get', { forumId: value ?? '' }, { enabled: isMissing });
  const missing = isMissing && chosen.value ? [chosen.value] : [];
  return (
    <ChoiceField
      {...field}
      choices={[...rows, ...missing].map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(id) => onChange(id, rows.find((row) => row.id === id)?.place ?? null)}
      clearable
    />
  );
}
