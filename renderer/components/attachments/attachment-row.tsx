import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClock, IconEye, IconFile, IconLock, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#shared/contract/attachments.ts';
import { CodeLabel } from '#renderer/components/code-label.tsx';
import { DateText } from '#renderer/components/date-text.tsx';
import { useFormat } from '#renderer/components/language-context.tsx';
import type { AttachedRecord } from './attached-record.ts';
import { useContents } from './use-contents.ts';
import { useClassWords, useStateWords } from './use-words.ts';

type Props = {
  record: AttachedRecord;
  attachment: Attachment;
  onOpen: () => void;
  /** Absent where this person may take nothing out. */
  onRemove?: () => void;
};

/** One file of a record: its small picture, what it is, where it is, and what may be done with it. */
export function AttachmentRow({ record, attachment, onOpen, onRemove }: Props) {
  const { t } = useTranslation();
  const stateOf = useStateWords();
  const name = attachment.name ?? t('attachments:withheldName');
  return (
    <li className="attachment">
      <div className="attachment-picture">
        {attachment.preview === 'here' ? (
          <SmallPicture recordId={record.id} attachment={attachment} />
        ) : (
          <StateIcon state={attachment.state} />
        )}
      </div>
      <Stack gap={2} className="attachment-about">
        <Text fw={600} className="passage">
          <bdi>{name}</bdi>
        </Text>
        {attachment.state !== 'withheld' && <About record={record} attachment={attachment} />}
        <Text size="sm" fw={attachment.state === 'here' ? 400 : 600}>
          {stateOf(attachment)}
        </Text>
        {attachment.state === 'withheld' && (
          <Text size="sm" c="dimmed">
            {t('attachments:withheldExplain', { owner: record.owner.name })}
          </Text>
        )}
      </Stack>
      <Group gap="xs">
        {attachment.state === 'here' && (
          <Button
            variant="default"
            leftSection={<IconEye size={18} aria-hidden />}
            aria-label={t('attachments:open', { name })}
            onClick={onOpen}
          >
            {t('common:action.open')}
          </Button>
        )}
        {onRemove && (
          <Button
            variant="subtle"
            leftSection={<IconTrash size={18} aria-hidden />}
            aria-label={t('attachments:remove.of', { name })}
            onClick={onRemove}
          >
            {t('attachments:remove.open')}
          </Button>
        )}
      </Group>
    </li>
  );
}

/** Kind, day, size and who sees it: what is not told is left out. */
function About({ record: { owner }, attachment }: { record: AttachedRecord; attachment: Attachment }) {
  const { t } = useTranslation();
  const classOf = useClassWords();
  const format = useFormat();
  const { what, taken, bytes } = attachment;
  const isElsewhere = attachment.class === 'restricted' && !owner.mine;
  const facts: { key: string; content: ReactNode }[] = [
    ...(what ? [{ key: 'what', content: <CodeLabel list="document_type" code={what} /> }] : []),
    ...(taken ? [{ key: 'taken', content: <DateText value={taken} /> }] : []),
    ...(bytes === null ? [] : [{ key: 'bytes', content: format.size(bytes) }]),
    {
      key: 'class',
      content: isElsewhere ? t('attachments:class.elsewhere', { owner: owner.name }) : classOf(attachment.class),
    },
  ];
  return (
    <Group gap={6} component="ul" className="plain-list attachment-facts">
      {facts.map(({ key, content }) => (
        <li key={key}>
          <Text span size="sm" c="dimmed">
            {content}
          </Text>
        </li>
      ))}
    </Group>
  );
}

function SmallPicture({ recordId, attachment }: { recordId: string; attachment: Attachment }) {
  const contents = useContents({ recordId, attachmentId: attachment.id, preview: true });
  if (contents.status !== 'ready') return <StateIcon state={attachment.state} />;
  // The name stands beside it.
  return <img src={contents.url} alt="" />;
}

function StateIcon({ state }: { state: Attachment['state'] }) {
  if (state === 'withheld') return <IconLock size={28} aria-hidden />;
  return state === 'coming' ? <IconClock size={28} aria-hidden /> : <IconFile size={28} aria-hidden />;
}
