import { Button, Text } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { today } from '#renderer/components/today.ts';
import { useDraft } from '#renderer/components/use-draft.ts';

/** Approves what is on the screen: nobody can have changed it since. */
export function ApproveButton({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button leftSection={<IconRosetteDiscountCheck size={20} aria-hidden />} onClick={() => setAsks(true)}>
        {t('meetings:approve.act')}
      </Button>
      {asks && <ApproveDialog meeting={meeting} onClose={() => setAsks(false)} />}
    </>
  );
}

function ApproveDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const { t } = useTranslation();
  const [approvedOn, setApprovedOn] = useState<string | null>(today());
  const draft = useDraft('minutes-approval', meeting.id, approvedOn, setApprovedOn, meeting.forumName);
  const approve = useCommand('meetings.approve');

  async function act(): Promise<void> {
    const done = await approve.run({ meetingId: meeting.id, approvedOn: approvedOn ?? '', heads: meeting.heads });
    if (!done.ok) return;
    draft.clear();
    onClose();
  }

  return (
    <DialogForm
      title={t('meetings:approve.title')}
      onClose={onClose}
      act={t('meetings:approve.act')}
      onAct={() => void act()}
      draft={draft}
      busy={approve.busy}
      error={approve.error}
      fieldErrors={approve.fieldErrors}
    >
      <Text>{t('meetings:approve.explain')}</Text>
      <DateField
        label={t('meetings:approve.on')}
        name="approvedOn"
        value={approvedOn}
        onChange={setApprovedOn}
        required
      />
    </DialogForm>
  );
}
