import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingTypeRules, mixedCompany, needsStatusReason } from '#shared/domain/meeting-rules.ts';
import { ChoiceField } from '#renderer/components/fields/choice-field.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { PublicPassageField } from '#renderer/components/fields/public-passage-field.tsx';
import { TimeField } from '#renderer/components/fields/time-field.tsx';
import type { ListedMember } from './listed-members.ts';
import { attendedIn, guestsIn, type MeetingForm } from './meeting-form-model.ts';
import { useMemberChoices } from './use-member-choices.ts';

type Props = {
  fields: MeetingForm;
  members: readonly ListedMember[];
  patch: (change: Partial<MeetingForm>) => void;
};

/** What comes by itself: approval, and that too few came. */
const notChosen = new Set(['minutes_approved', 'held_no_quorum']);

export function SessionFields({ fields, members, patch }: Props) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
      <CodeField
        list="meeting_type"
        label={t('meetings:field.type')}
        name="fields.type"
        value={fields.type}
        onChange={(type) => patch({ type })}
        description={useTypeHint(fields.type)}
        required
      />
      <CodeField
        list="meeting_status"
        label={t('meetings:field.status')}
        name="fields.status"
        value={fields.status}
        onChange={(status) => patch({ status })}
        only={({ code }) => !notChosen.has(code)}
        required
      />
      <DateField
        label={t('meetings:field.date')}
        name="fields.date"
        value={fields.date}
        onChange={(date) => patch({ date })}
        required
      />
      <LineField
        label={t('meetings:field.venue')}
        name="fields.venue"
        value={fields.venue}
        onChange={(venue) => patch({ venue })}
      />
      <TimeField
        label={t('meetings:field.startTime')}
        name="fields.startTime"
        value={fields.startTime}
        onChange={(startTime) => patch({ startTime })}
      />
      <TimeField
        label={t('meetings:field.endTime')}
        name="fields.endTime"
        value={fields.endTime}
        onChange={(endTime) => patch({ endTime })}
      />
      <ChairField fields={fields} members={members} patch={patch} />
      {fields.status !== null && needsStatusReason(fields.status) && (
        <PublicPassageField
          label={t('meetings:field.statusReason')}
          name="fields.statusReason"
          value={fields.statusReason}
          onChange={(statusReason) => patch({ statusReason })}
          maxLength={2000}
          minRows={2}
          required
        />
      )}
    </SimpleGrid>
  );
}

/** What is special about meetings of this type. */
function useTypeHint(type: string | null): string | undefined {
  const { t } = useTranslation();
  if (type === null) return undefined;
  const { quorum, company } = meetingTypeRules(type);
  if (company === 'women') return t('meetings:typeHint.women');
  if (company === 'youth') return t('meetings:typeHint.youth');
  return quorum ? t('meetings:typeHint.quorum') : t('meetings:typeHint.none');
}

function ChairField({ fields, members, patch }: Props) {
  const { t } = useTranslation();
  const { company } = meetingTypeRules(fields.type ?? '');
  const mayFacilitate = members.filter(({ sex, id }) => company !== 'women' || sex === 'female' || id === fields.chair);
  const choices = useMemberChoices(mayFacilitate);
  return (
    <ChoiceField
      label={company === 'anyone' ? t('meetings:field.chair') : t('meetings:field.facilitator')}
      name="fields.chair"
      choices={choices}
      value={fields.chair}
      onChange={(chair) => patch({ chair })}
      clearable
    />
  );
}

/** Asked when others than those the session is for took part, and as long as it says something. */
export function MixedReason({ fields, members, patch }: Props) {
  const { t } = useTranslation();
  const mixed =
    fields.type === null
      ? null
      : mixedCompany({ type: fields.type, attendance: attendedIn(fields), guests: guestsIn(fields) }, members);
  if (mixed === null && fields.mixedReason === '') return null;
  return (
    <Stack gap="xs">
      {mixed !== null && (
        <Text role="status" fw={500}>
          {mixed === 'field/say-why-men' ? t('meetings:mixed.men') : t('meetings:mixed.older')}
        </Text>
      )}
      <PublicPassageField
        label={t('meetings:field.mixedReason')}
        name="fields.mixedReason"
        value={fields.mixedReason}
        onChange={(mixedReason) => patch({ mixedReason })}
        maxLength={2000}
        minRows={2}
        required={mixed !== null}
      />
    </Stack>
  );
}
