import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOfficeHolder } from '#shared/domain/office-holder.ts';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import { WithheldField } from '#renderer/components/fields/withheld-field.tsx';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type MemberForm, newMember } from './forum-form-model.ts';

type Props = { members: readonly MemberForm[]; onChange: (members: readonly MemberForm[]) => void };

export function MembersEditor({ members, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('forums:member.privacy')}</Text>
      <RowsEditor
        rows={members}
        onChange={onChange}
        path="fields.members"
        nameOf={(member, index) => member.name?.trim() || t('forums:member.row', { number: index + 1 })}
        addLabel={t('forums:member.add')}
        makeRow={newMember}
        removeLabel={(name) => t('forums:member.remove', { name })}
        emptyText={t('forums:member.none')}
      >
        {(member, index, patch) => <MemberFields member={member} path={`fields.members.${index}`} patch={patch} />}
      </RowsEditor>
      {members.length > 0 && <Text c="dimmed">{t('forums:member.leavingHint')}</Text>}
    </Stack>
  );
}

type FieldsProps = { member: MemberForm; path: string; patch: (change: Partial<MemberForm>) => void };

function MemberFields({ member, path, patch }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md" verticalSpacing="xs">
        {member.name === null ? (
          <WithheldField label={t('forums:member.name')} />
        ) : (
          <LineField
            label={t('forums:member.name')}
            name={`${path}.name`}
            value={member.name}
            onChange={(name) => patch({ name })}
            maxLength={200}
            required
          />
        )}
        {member.name === null ? (
          <WithheldField label={t('forums:member.phone')} />
        ) : (
          <LineField
            label={t('forums:member.phone')}
            name={`${path}.phone`}
            value={member.phone}
            onChange={(phone) => patch({ phone })}
            maxLength={40}
            ltr
          />
        )}
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
