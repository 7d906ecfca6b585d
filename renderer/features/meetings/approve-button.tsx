import { Button, Text } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useCommand } from '#renderer/client/use-command.ts';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import { today } from '#renderer/components/today.ts';

/** Approves what is on the screen: nobody can have changed it since. */
export function ApproveButton({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const [approvedOn, setApprovedOn] = useState<string | null>(today());
  const approve = useCommand('meetings.approve');
  return (
    <>
      <Button
        leftSection={<IconRosetteDiscountCheck size={20} aria-hidden />}
        onClick={() => {
          approve.clear();
          setAsks(true);
        }}
      >
        {t('meetings:approve.act')}
      </Button>
      {asks && (
        <DialogForm
          title={t('meetings:approve.title')}
          onClose={() => setAsks(false)}
          act={t('meetings:approve.act')}
          busy={approve.busy}
          error={approve.error}
          fieldErrors={approve.fieldErrors}
          onAct={async () => {
            const input = { meetingId: meeting.id, approvedOn: approvedOn ?? '', heads: meeting.heads };
            const done = await approve.run(input);
            if (done.ok) setAsks(false);
          }}
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
      )}
    </>
  );
}
