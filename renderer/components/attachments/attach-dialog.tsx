import { Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentClass, attachmentMethods } from '#shared/contract/attachments.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';
import { useNotice } from '#renderer/components/notices.tsx';
import { checkFields } from '#renderer/components/record-form/check-fields.ts';
import { DialogForm } from '#renderer/components/record-form/dialog-form.tsx';
import type { AttachedRecord } from './attached-record.ts';
import { ChooseFilesButton } from './choose-files-button.tsx';
import { ChosenRow } from './chosen-row.tsx';
import type { ChosenFile } from './chosen-file.ts';
import type { ChosenFiles } from './use-chosen-files.ts';

type Props = {
  record: AttachedRecord;
  chosen: ChosenFiles;
  classes: readonly AttachmentClass[];
  onMore: (files: readonly File[]) => void;
};

const noErrors: FieldErrors = {};
const Named = attachmentMethods['attachments.add'].input.pick({ name: true, taken: true });

/** What people say about files before they are stored. Nothing is stored until they press the button. */
export function AttachDialog({ record, chosen, classes, onMore }: Props) {
  const { t } = useTranslation();
  const say = useNotice();
  const [wrong, setWrong] = useState<FieldErrors>(noErrors);
  const ready = chosen.files.filter(({ state }) => state.at === 'ready');
  const busy = chosen.files.some(({ state }) => state.at === 'sending');
  const waits = chosen.files.some(({ state }) => state.at === 'preparing');

  async function act(): Promise<void> {
    const errors = errorsIn(ready);
    setWrong(errors);
    if (Object.keys(errors).length > 0) return;
    const stored = await chosen.send(record.id);
    if (stored > 0) say(t('attachments:stored', { count: stored }));
  }

  return (
    <DialogForm
      title={t('attachments:add')}
      onClose={chosen.clear}
      act={waits ? t('attachments:preparing') : t('attachments:act', { count: ready.length })}
      onAct={ready.length === 0 && !busy ? null : () => void act()}
      draft={null}
      busy={busy || waits}
      error={null}
      fieldErrors={wrong}
    >
      {classes.length === 1 && (
        <Text>{classes[0] === 'open' ? t('attachments:all.open') : t('attachments:all.restricted')}</Text>
      )}
      <Stack gap="md">
        {chosen.files.map((file) => (
          <ChosenRow
            key={file.id}
            file={file}
            classes={classes}
            onEdit={(change) => chosen.edit(file.id, change)}
            onDrop={() => chosen.drop(file.id)}
          />
        ))}
      </Stack>
      <Group>
        <ChooseFilesButton onChosen={onMore} label={t('attachments:more')} />
      </Group>
    </DialogForm>
  );
}

/** By the names of the fields: the id of the file, a dot, and the field. */
function errorsIn(files: readonly ChosenFile[]): FieldErrors {
  const errors = files.map(({ id, fields }) => {
    const judged = checkFields(Named, { name: fields.name, taken: fields.taken }, [id]);
    return judged.ok ? noErrors : judged.error;
  });
  return Object.assign({}, ...errors);
}
