import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';
import { FormStatusText } from '#renderer/components/form-status.tsx';
import type { Draft } from '#renderer/components/use-draft.ts';
import { FailureNotice } from '#renderer/components/failure-notice.tsx';
import { FieldContextProvider } from '#renderer/components/fields/field-context.tsx';
import { useErrorText } from '#renderer/components/use-error-text.ts';
import { useOpenErrors } from '#renderer/components/use-open-errors.ts';
import { moveOnEnter, saveKeyPressed } from '#renderer/components/form-keys.ts';
import { KeptDraft } from './kept-draft.tsx';

type Props = {
  title: string;
  onClose: () => void;
  /** Names the act on the button. */
  act: string;
  /** `null` where there is nothing to act on: the dialog can only be closed. */
  onAct: (() => void) | null;
  /** Of what is typed; whoever saves it clears it. Null where nothing can be kept: files that were chosen. */
  draft: Draft | null;
  busy: boolean;
  /** A refusal; one of single fields stands at the fields. */
  error: AppError | null;
  fieldErrors: FieldErrors;
  /** A refusal that is about one field: its code, and the name of the field that tells it in place of the notice. */
  errorAt?: { readonly code: AppError['code']; readonly name: string };
  children: ReactNode;
};

/** A short form in a dialog, with the keys of a form: Enter goes on, Ctrl+Enter and Ctrl+S save. */
export function DialogForm({ title, onClose, act, onAct, draft, busy, error, fieldErrors, errorAt, children }: Props) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const ofField = error !== null && error.code === errorAt?.code ? { [errorAt.name]: error.code } : {};
  const open = useOpenErrors({ ...fieldErrors, ...ofField }, error ?? fieldErrors);
  const wordsOf = (code: string) => (error?.code === code ? errorText(error) : undefined);
  const run = () => {
    if (!busy) onAct?.();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!saveKeyPressed(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!busy) onAct?.();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [busy, onAct]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': t('common:window.closeDialog') }}
    >
      <FieldContextProvider value={{ ...open, wordsOf }}>
        <form
          ref={startAtFirstField}
          noValidate
          aria-label={title}
          onKeyDownCapture={moveOnEnter}
          onSubmit={(event) => {
            event.preventDefault();
            run();
          }}
        >
          <Stack>
            {error && error.code !== 'call/bad-input' && error.code !== errorAt?.code && (
              <FailureNotice error={error} />
            )}
            {draft && <KeptDraft draft={draft} />}
            {children}
            {draft && <FormStatusText status={draft.status} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {onAct === null ? t('common:action.close') : t('common:action.cancel')}
              </Button>
              {onAct !== null && (
                <Button type="submit" loading={busy}>
                  {act}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </FieldContextProvider>
    </Modal>
  );
}

/** The dialog would give the focus to its closing button, which stands before the form. */
function startAtFirstField(form: HTMLFormElement | null): void {
  form?.querySelector('input, textarea')?.setAttribute('data-autofocus', 'true');
}
