import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RowsEditor } from '#renderer/components/record-form/rows-editor.tsx';
import { type MemberForm, newMember } from './member-form-model.ts';
import { MemberFields } from './member-fields.tsx';

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
