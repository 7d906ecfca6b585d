import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hasLeft } from '#shared/domain/membership.ts';
import { isOfficeHolder } from '#shared/domain/office-holder.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { CodesField } from '#renderer/components/fields/codes-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import type { MemberForm } from './member-form-model.ts';

type Props = { member: MemberForm; path: string; patch: (change: Partial<MemberForm>) => void };

export function MemberFields({ member, path, patch }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="xs">
        <NameFields member={member} path={path} patch={patch} />
        <CodeField
          list="sex"
          label={t('forums:member.sex')}
          name={`${path}.sex`}
          value={member.sex}
          onChange={(sex) => patch({ sex })}
          required
        />
        <CodeField
          list="age_band"
          label={t('forums:member.ageBand')}
          name={`${path}.ageBand`}
          value={member.ageBand}
          onChange={(ageBand) => patch({ ageBand })}
          required
        />
        <CodeField
          list="forum_member_category"
          label={t('forums:member.category')}
          name={`${path}.category`}
          value={member.category}
          onChange={(category) => patch({ category })}
          required
        />
        <CodeField
          list="forum_role"
          label={t('forums:member.role')}
          name={`${path}.role`}
          value={member.role}
          onChange={(role) => patch({ role })}
          required
        />
        <CodeField
          list="membership_status"
          label={t('forums:member.status')}
          name={`${path}.status`}
          value={member.status}
          onChange={(status) => patch({ status })}
          required
        />
        <DateField
          label={t('forums:member.since')}
          name={`${path}.since`}
          value={member.since}
          onChange={(since) => patch({ since })}
        />
        <DayFields member={member} path={path} patch={patch} />
        <BackgroundFields member={member} path={path} patch={patch} />
      </SimpleGrid>
      {member.name !== null && (member.named || isOfficeHolder(member.role)) && (
        <Checkbox
          label={t('forums:member.named')}
          description={t('forums:member.namedHint')}
          checked={member.named}
          onChange={(event) => patch({ named: event.currentTarget.checked })}
        />
      )}
    </Stack>
  );
}

function NameFields({ member, path, patch }: Props) {
  const { t } = useTranslation();
  if (member.name === null) {
    return (
      <>
        <WithheldField label={t('forums:member.name')} />
        <WithheldField label={t('forums:member.phone')} />
      </>
    );
  }
  return (
    <>
      <LineField
        label={t('forums:member.name')}
        name={`${path}.name`}
        value={member.name}
        onChange={(name) => patch({ name })}
        maxLength={200}
        required
      />
      <LineField
        label={t('forums:member.phone')}
        name={`${path}.phone`}
        value={member.phone}
        onChange={(phone) => patch({ phone })}
        maxLength={40}
        ltr
      />
    </>
  );
}

/** The term of an office-holder, and the last day of a member who left: asked for where they can be. */
function DayFields({ member, path, patch }: Props) {
  const { t } = useTranslation();
  const { role, status, termFrom, termUntil, leftOn } = member;
  const hasTerm = isOfficeHolder(role) || termFrom !== null || termUntil !== null;
  return (
    <>
      {hasTerm && (
        <DateField
          label={t('forums:member.termFrom')}
          description={t('forums:member.termFromHint')}
          name={`${path}.termFrom`}
          value={termFrom}
          onChange={(from) => patch({ termFrom: from })}
        />
      )}
      {hasTerm && (
        <DateField
          label={t('forums:member.termUntil')}
          description={t('forums:member.termUntilHint')}
          name={`${path}.termUntil`}
          value={termUntil}
          onChange={(until) => patch({ termUntil: until })}
        />
      )}
      {(hasLeft(status) || leftOn !== null) && (
        <DateField
          label={t('forums:member.leftOn')}
          name={`${path}.leftOn`}
          value={leftOn}
          onChange={(day) => patch({ leftOn: day })}
        />
      )}
    </>
  );
}

function BackgroundFields({ member, path, patch }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <CodesField
        list="forum_member_category"
        label={t('forums:member.secondary')}
        name={`${path}.secondary`}
        value={member.secondary}
        onChange={(secondary) => patch({ secondary })}
        without={member.category === null ? [] : [member.category]}
      />
      <LineField
        label={t('forums:member.institution')}
        name={`${path}.institution`}
        value={member.institution}
        onChange={(institution) => patch({ institution })}
      />
      <CodeField
        list="selection_method"
        label={t('forums:member.selection')}
        name={`${path}.selection`}
        value={member.selection}
        onChange={(selection) => patch({ selection })}
        clearable
      />
      <CodeField
        list="displacement_status"
        label={t('forums:member.displacement')}
        name={`${path}.displacement`}
        value={member.displacement}
        onChange={(displacement) => patch({ displacement })}
        clearable
      />
    </>
  );
}
