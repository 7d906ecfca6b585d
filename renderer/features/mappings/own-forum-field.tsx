import { useCall } from '#renderer/client/use-call.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import type { FieldProps } from '#renderer/components/fields/field-context.tsx';

type Props = FieldProps & {
  value: string | null;
  /** With the place of the forum, which is most often that of the session. */
  onChange: (forum: string | null, place: string | null) => void;
};

/** As many forums as an office may ever have. */
const most = 200;

/** The forum a session was held for, or none. */
export function OwnForumField({ value, onChange, ...field }: Props) {
  const forums = useCall('forums.list', { limit: most });
  const known = useCall('forums.get', { forumId: value ?? '' }, { enabled: value !== null });
  const rows = (forums.value?.rows ?? []).filter(({ voided, id }) => !voided || id === value);
  const choices = rows.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = value === null || rows.some(({ id }) => id === value);
  const extra = isListed || !known.value ? [] : [{ value: known.value.id, label: known.value.name }];
  return (
    <ChoiceField
      {...field}
      choices={[...choices, ...extra]}
      value={value}
      onChange={(id) => onChange(id, rows.find((row) => row.id === id)?.place ?? null)}
      clearable
    />
  );
}
