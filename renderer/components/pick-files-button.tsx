import { Button, type ButtonProps } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { AppError } from '#shared/errors/codes.ts';
import { refusal } from '#shared/errors/codes.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { noAnswerReference } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import { type FileKind, type PickedFile, stageBackup, stageFile, stageSheet } from '#renderer/client/files.ts';
import { useCall } from '#renderer/client/use-call.ts';
import { FailureNotice } from './failure-notice.tsx';

type Props = ButtonProps & {
  kind: FileKind;
  label: string;
  multiple?: boolean;
  onPicked: (files: PickedFile[]) => void;
};

const stagesBy: Readonly<Record<FileKind, typeof stageFile>> = {
  bundle: stageFile,
  request: stageFile,
  answer: stageFile,
  backup: stageBackup,
  sheet: stageSheet,
};

/** Lets the person choose files: in the host's dialog, or in the browser's where the host has none. */
export function PickFilesButton({ kind, label, multiple = false, onPicked, ...button }: Props) {
  const client = useClient();
  const capabilities = useCall('host.capabilities', {});
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function take(choose: () => Promise<Result<PickedFile[], AppError>>): Promise<void> {
    setError(null);
    setBusy(true);
    const picked = await choose().catch(() => null);
    setBusy(false);
    if (picked === null) setError(refusal('internal', { reference: noAnswerReference }));
    else if (!picked.ok) setError(picked.error);
    else if (picked.value.length > 0) onPicked(multiple ? picked.value : picked.value.slice(0, 1));
  }

  async function stageAll(files: readonly File[]): Promise<Result<PickedFile[], AppError>> {
    const staged: PickedFile[] = [];
    for (const file of files) {
      const answer = await stagesBy[kind](client, file);
      if (!answer.ok) return answer;
      staged.push(answer.value);
    }
    return ok(staged);
  }

  async function inDialog(): Promise<Result<PickedFile[], AppError>> {
    return kind === 'backup' ? client.call('host.pickBackup', {}) : client.call('host.pickFiles', { kind });
  }

  const hasDialogs = capabilities.value?.dialogs ?? false;
  return (
    <>
      <Button
        leftSection={<IconFileImport size={20} aria-hidden />}
        {...button}
        loading={busy}
        disabled={capabilities.status !== 'ready'}
        onClick={() => (hasDialogs ? void take(inDialog) : input.current?.click())}
      >
        {label}
      </Button>
      {!hasDialogs && (
        <input
          ref={input}
          id={inputId}
          type="file"
          hidden
          aria-label={label}
          multiple={multiple}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void take(() => stageAll(files));
          }}
        />
      )}
      {error && <FailureNotice error={error} />}
    </>
  );
}
