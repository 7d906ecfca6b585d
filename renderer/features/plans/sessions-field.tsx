import { useTranslation } from 'react-i18next';
import { wasHeld } from '#shared/domain/meeting-rules.ts';
import { useCall } from '#renderer/client/use-call.ts';
import type { Choice } from '#renderer/components/fields/choice-field.tsx';
import { ChoicesField } from '#renderer/components/fields/choices-field.tsx';
import { meetingNumber } from '#renderer/components/meeting-number.ts';
import { useCodeList } from '#renderer/components/use-reference.ts';

type Session = { readonly id: string; readonly kind: string };
type Props = { forumId: string; value: readonly Session[]; onChange: (value: readonly Session[]) => void };

/** Held meetings and security mappings of the forum. */
export function SessionsField({ forumId, value, onChange }: Props) {
  const { t } = useTranslation();
  const meetings = useMeetingChoices(forumId);
  const mappings = useMappingChoices(forumId);
  const choices = [...meetings, ...mappings];
  const known = new Set(choices.map((choice) => choice.value));
  // A session that is not here (any more) stays linked and can be taken out.
  const others = value
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => ({ value: id, label: t('plans:voices.away') }));
  const kinds = new Map([
    ...value.map(({ id, kind }) => [id, kind] as const),
    ...meetings.map((choice) => [choice.value, 'meeting'] as const),
    ...mappings.map((choice) => [choice.value, 'mapping'] as const),
  ]);
  return (
    <ChoicesField
      label={t('plans:voices.field')}
      description={t('plans:voices.hint')}
      name="fields.consultations"
      choices={[...choices, ...others]}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.map((id) => ({ id, kind: kinds.get(id) ?? 'meeting' })))}
    />
  );
}

/** The newest held meetings of the forum, named by number, type and day. */
export function useMeetingChoices(forumId: string): readonly Choice[] {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('meeting_type');
  const { value: meetings } = useCall('meetings.list', { forumId, limit: 200 });
  return (meetings?.rows ?? [])
    .filter(({ status, voided }) => wasHeld(status) && !voided)
    .map((row) => ({
      value: row.id,
      label: t('plans:voices.meeting', {
        number: meetingNumber(row),
        type: labelOf(row.type) ?? row.type,
        date: row.date,
      }),
    }));
}

function useMappingChoices(forumId: string): readonly Choice[] {
  const { t } = useTranslation();
  const { labelOf } = useCodeList('mapping_group');
  const { value: mappings } = useCall('mappings.list', { forumId, limit: 200 });
  return (mappings?.rows ?? [])
    .filter(({ voided }) => !voided)
    .map(({ id, group, date }) => ({
      value: id,
      label: t('plans:voices.mapping', { group: labelOf(group) ?? group, date }),
    }));
}
