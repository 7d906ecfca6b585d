import { Button, Group } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '#renderer/client/use-call.ts';
import { useNotice } from '#renderer/components/notices.tsx';
import { membersToParticipants, type ParticipantForm } from './training-form-model.ts';

type Props = {
  forumId: string;
  participants: readonly ParticipantForm[];
  onAdd: (participants: readonly ParticipantForm[]) => void;
};

/** Takes over what the forum's record says about its members, so that nobody types it again. */
export function ForumMembersButton({ forumId, participants, onAdd }: Props) {
  const { t } = useTranslation();
  const say = useNotice();
  const forum = useCall('forums.get', { forumId });
  if (forum.value === undefined) return null;
  const { members } = forum.value;
  return (
    <Group>
      <Button
        variant="default"
        leftSection={<IconUsersPlus size={20} aria-hidden />}
        onClick={() => {
          const added = membersToParticipants(members, participants);
          onAdd(added);
          say(t('trainings:count.taken', { count: added.length }));
        }}
      >
        {t('trainings:participant.fromForum')}
      </Button>
    </Group>
  );
}
