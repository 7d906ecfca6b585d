import { Alert, Button, Drawer, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { MeetingView } from '#shared/contract/meetings.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { MinutesSections } from './minutes-sections.tsx';

type Version = OutputOf<'meetings.versions'>[number];

/** Approval and corrections of the minutes; each version is still to be read. */
export function VersionsPanel({ meeting }: { meeting: MeetingView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = useCall('meetings.versions', { meetingId: meeting.id });
  const [opened, setOpened] = useState<Version | null>(null);
  return (
    <FormSection title={t('meetings:version.section')}>
      <QueryState of={versions}>
        {(rows) => (
          <Stack component="ul" className="plain-list" gap="sm">
            {rows.map((version) => (
              <VersionLine
                key={version.id}
                meetingId={meeting.id}
                version={version}
                onRead={() => setOpened(version)}
              />
            ))}
          </Stack>
        )}
      </QueryState>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        size="xl"
        title={t('meetings:version.title', { number: format.number(opened?.version ?? 0) })}
        closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
      >
        {opened && <VersionMinutes meetingId={meeting.id} versionId={opened.id} />}
      </Drawer>
    </FormSection>
  );
}

function VersionLine({ meetingId, version, onRead }: { meetingId: string; version: Version; onRead: () => void }) {
  const { t } = useTranslation();
  const { version: number, on, reason, by } = version;
  return (
    <Group component="li" justify="space-between" align="flex-start">
      <Stack gap={2}>
        <Text fw={600}>
          {number === 1 ? t('meetings:version.first') : t('meetings:version.corrected', { number })} ·{' '}
          <DateText value={on} />
        </Text>
        <Text size="sm" c="dimmed">
          {t('meetings:version.by', { name: by })}
        </Text>
        {reason !== '' && (
          <Text className="passage">
            {t('common:label.reason')}: <bdi>{reason}</bdi>
          </Text>
        )}
      </Stack>
      <Group gap="xs">
        <Button variant="default" onClick={onRead} aria-label={t('meetings:version.readNumber', { number })}>
          {t('meetings:version.read')}
        </Button>
        <PaperButton
          paper={{ kind: 'minutes', of: meetingId, part: version.id }}
          label={t('papers:print.version', { number })}
        />
      </Group>
    </Group>
  );
}

function VersionMinutes({ meetingId, versionId }: { meetingId: string; versionId: string }) {
  const version = useCall('meetings.version', { meetingId, versionId });
  return (
    <QueryState of={version}>
      {({ content }) => (
        <Stack gap="md">
          <MinutesSections minutes={content} />
        </Stack>
      )}
    </QueryState>
  );
}

/** Approved late, or changed on another computer without knowing of the approval. */
export function ApprovalNotices({
  meeting,
  labelOfGroup,
}: {
  meeting: MeetingView;
  labelOfGroup: (group: string) => string;
}) {
  const { t } = useTranslation();
  const { approved, changedSince } = meeting;
  if (approved === null) return null;
  return (
    <>
      {approved.daysLate > 0 && (
        <Alert color="orange">{t('meetings:count.daysLate', { count: approved.daysLate })}</Alert>
      )}
      {changedSince.length > 0 && (
        <Alert color="orange" title={t('meetings:version.changedSince')}>
          <List>
            {[...new Set(changedSince.map(labelOfGroup))].map((label) => (
              <List.Item key={label}>{label}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
