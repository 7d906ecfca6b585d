import { Button, Fieldset, Group, Loader, Progress, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentClass } from '#shared/contract/attachments.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { CodeField } from '#renderer/components/fields/code-field.tsx';
import { DateField } from '#renderer/components/fields/date-field.tsx';
import { LineField } from '#renderer/components/fields/line-field.tsx';
import type { ChosenFields, ChosenFile } from './chosen-file.ts';
import { useClassWords, useFaultWords } from './use-words.ts';

type Props = {
  file: ChosenFile;
  /** Where there are two, people choose. */
  classes: readonly AttachmentClass[];
  onEdit: (change: Partial<ChosenFields>) => void;
  onDrop: () => void;
};

/** One chosen file: what becomes of it, and what people say about it. */
export function ChosenRow({ file, classes, onEdit, onDrop }: Props) {
  const { t } = useTranslation();
  const { fields, state } = file;
  const isSending = state.at === 'sending';
  const name = fields.name.trim() === '' ? file.original.name : fields.name;
  return (
    <Fieldset legend={<bdi>{name}</bdi>}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <WhatBecomes file={file} name={name} />
          <Button
            variant="subtle"
            size="compact-md"
            flex="none"
            leftSection={<IconX size={18} aria-hidden />}
            aria-label={isSending ? t('attachments:stopOf', { name }) : t('attachments:dropOf', { name })}
            onClick={onDrop}
          >
            {isSending ? t('attachments:stop') : t('attachments:drop')}
          </Button>
        </Group>
        {state.at !== 'faulty' && (
          <Fields id={file.id} fields={fields} classes={classes} disabled={isSending} onEdit={onEdit} />
        )}
      </Stack>
    </Fieldset>
  );
}

function WhatBecomes({ file: { state }, name }: { file: ChosenFile; name: string }) {
  const { t } = useTranslation();
  const faultOf = useFaultWords();
  switch (state.at) {
    case 'preparing':
      return (
        <Group gap="sm" role="status">
          <Loader size="sm" aria-hidden />
          <Text>{t('attachments:preparing')}</Text>
        </Group>
      );
    case 'faulty':
      return (
        <Text c="red.8" role="alert">
          {state.fault === 'cancelled' ? t('attachments:fault.slow') : faultOf(state.fault)}
        </Text>
      );
    case 'sending':
      return (
        <Stack gap="xs" flex={1}>
          <Text role="status">{t('attachments:sending', { done: state.doneBytes, total: state.totalBytes })}</Text>
          <Progress
            value={(100 * state.doneBytes) / Math.max(1, state.totalBytes)}
            size="lg"
            aria-label={t('attachments:progress', { name })}
          />
        </Stack>
      );
    case 'ready':
      return (
        <Stack gap="xs" flex={1}>
          <Group gap="sm">
            {state.file.preview && <Preview of={state.file.preview} />}
            <Text>{t('attachments:ready', { bytes: state.file.contents.size })}</Text>
          </Group>
          {state.file.note === 'noPreview' && <Text>{t('attachments:note.noPreview')}</Text>}
          {state.file.note === 'password' && <Text>{t('attachments:note.password')}</Text>}
          {state.error && <FailureNotice error={state.error} />}
        </Stack>
      );
  }
}

function Preview({ of: blob }: { of: Blob }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <span className="attachment-picture">
      {/* The name stands above it. */}
      {url !== null && <img src={url} alt="" />}
    </span>
  );
}

type FieldsProps = Pick<Props, 'classes' | 'onEdit'> & { id: string; fields: ChosenFields; disabled: boolean };

function Fields({ id, fields, classes, disabled, onEdit }: FieldsProps) {
  const { t } = useTranslation();
  const classOf = useClassWords();
  return (
    <>
      <LineField
        label={t('attachments:field.name')}
        name={`${id}.name`}
        value={fields.name}
        onChange={(name) => onEdit({ name })}
        disabled={disabled}
        required
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CodeField
          label={t('attachments:field.what')}
          list="document_type"
          value={fields.what}
          onChange={(what) => onEdit({ what })}
          disabled={disabled}
          clearable
        />
        <DateField
          label={t('attachments:field.taken')}
          name={`${id}.taken`}
          value={fields.taken}
          onChange={(taken) => onEdit({ taken })}
          disabled={disabled}
        />
      </SimpleGrid>
      {classes.length > 1 && (
        <Radio.Group
          label={t('attachments:field.class')}
          value={fields.class}
          onChange={(chosen) => {
            const found = classes.find((one) => one === chosen);
            if (found) onEdit({ class: found });
          }}
        >
          <Group mt="xs" gap="lg">
            {classes.map((one) => (
              <Radio key={one} value={one} label={classOf(one)} disabled={disabled} />
            ))}
          </Group>
        </Radio.Group>
      )}
    </>
  );
}
