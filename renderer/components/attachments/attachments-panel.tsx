import { Alert, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, AttachmentClass } from '#shared/contract/attachments.ts';
import { useCan } from '#renderer/client/session-context.tsx';
import { useCall } from '#renderer/client/use-call.ts';
import { LoadingState, QueryState } from '#renderer/components/query-state.tsx';
import { FormSection } from '#renderer/components/record-form/form-section.tsx';
import { inConflict } from '#renderer/components/record/group-words.tsx';
import type { AttachedRecord } from './attached-record.ts';
import { AttachmentRow } from './attachment-row.tsx';
import { ChooseFilesButton } from './choose-files-button.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RemovedNotice } from './removed-notice.tsx';
import { useArrivingFiles } from './use-arriving-files.ts';
import { useChosenFiles } from './use-chosen-files.ts';

const AttachDialog = lazy(async () => ({ default: (await import('./attach-dialog.tsx')).AttachDialog }));
const ViewerDialog = lazy(async () => ({ default: (await import('./viewer-dialog.tsx')).ViewerDialog }));

/** Files of a record: what there is, where it is, who may see it, and new ones by choosing, pasting or dropping. */
export function AttachmentsPanel({ record }: { record: AttachedRecord }) {
  const { t } = useTranslation();
  const attached = useCall('attachments.of', { recordId: record.id });
  return (
    <FormSection title={t('attachments:title')} conflict={inConflict(record, 'file', 'secretFile', 'paper')}>
      <QueryState of={attached}>
        {({ attachments, classes }) => <Attachments record={record} attachments={attachments} classes={classes} />}
      </QueryState>
    </FormSection>
  );
}

type Props = {
  record: AttachedRecord;
  attachments: readonly Attachment[];
  classes: readonly AttachmentClass[];
};

function Attachments({ record, attachments, classes }: Props) {
  const { t } = useTranslation();
  const chosen = useChosenFiles();
  const [usual] = classes;
  const mayAttach = useCan('record.attach') && record.may.edit && usual !== undefined;
  const [shown, setShown] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const [removed, setRemoved] = useState<Attachment | null>(null);
  const take = mayAttach ? (files: readonly File[]) => chosen.add(files, usual) : null;
  const isHeld = useArrivingFiles(shown === null && removing === null ? take : null);
  const readable = attachments.filter(({ state }) => state === 'here');

  return (
    <Stack gap="sm">
      {attachments.length === 0 && <Text c="dimmed">{t('attachments:none')}</Text>}
      {attachments.length > 0 && (
        <Stack component="ul" gap="sm" className="plain-list" aria-label={t('attachments:list')}>
          {attachments.map((attachment) => (
            <AttachmentRow
              key={attachment.id}
              record={record}
              attachment={attachment}
              onOpen={() => setShown(attachment.id)}
              {...(mayAttach ? { onRemove: () => setRemoving(attachment) } : {})}
            />
          ))}
        </Stack>
      )}
      {removed && <RemovedNotice record={record} attachment={removed} onDone={() => setRemoved(null)} />}
      {take && (
        <Group gap="md">
          <ChooseFilesButton onChosen={take} />
          <Text size="sm" c="dimmed">
            {t('attachments:hint')}
          </Text>
        </Group>
      )}
      {isHeld && (
        <Alert color="blue" role="status">
          {t('attachments:dropHere')}
        </Alert>
      )}
      <Suspense fallback={<LoadingState />}>
        {chosen.files.length > 0 && take && (
          <AttachDialog record={record} chosen={chosen} classes={classes} onMore={take} />
        )}
        {shown !== null && (
          <ViewerDialog recordId={record.id} files={readable} first={shown} onClose={() => setShown(null)} />
        )}
      </Suspense>
      {removing && (
        <RemoveDialog
          record={record}
          attachment={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoved(removing);
            setRemoving(null);
          }}
        />
      )}
    </Stack>
  );
}
