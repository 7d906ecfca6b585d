import { Alert, Anchor, Button, Group, List, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/errors/codes.ts';
import type { FieldErrors } from '#renderer/client/use-command.ts';
import { FailureNotice } from './failure-notice.tsx';
import { FieldContextProvider } from './fields/field-context.tsx';
import { moveOnEnter, saveKeyPressed } from './form-keys.ts';
import { type FormStatus, FormStatusText } from './form-status.tsx';
import { PageTitle } from './page-title.tsx';
import { fieldErrorText } from './use-error-text.ts';
import { useOpenErrors } from './use-open-errors.ts';

type Props = {
  title: string;
  onSave: () => void;
  busy: boolean;
  status: FormStatus;
  error: AppError | null;
  fieldErrors: FieldErrors;
  /** Words for the path of a field, for the summary: a table, or a function for lists of elements. */
  fieldLabels: Readonly<Record<string, string>> | ((path: string) => string | undefined);
  saveLabel?: string;
  onCancel?: () => void;
  children: ReactNode;
};

/**
 * A form on a page of its own: what is wrong stands on top and leads to the fields, Ctrl+S and Ctrl+Enter save, Enter
 * goes to the next field, and the state of what was typed is always told in words.
 */
export function FormFrame(props: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const context = useOpenErrors(props.fieldErrors, props.error);
  const { onSave, busy } = props;

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!saveKeyPressed(event) || isInDialog(event.target)) return;
      event.preventDefault();
      if (!busy) onSave();
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [onSave, busy]);

  return (
    <FieldContextProvider value={context}>
      <form
        ref={form}
        noValidate
        aria-label={props.title}
        onKeyDownCapture={moveOnEnter}
        onSubmit={(event) => {
          event.preventDefault();
          // React passes on what a dialog opened from this form submits.
          if (event.target === event.currentTarget && !busy) onSave();
        }}
      >
        <PageTitle title={props.title} />
        <Stack gap="md">
          <ErrorSummary form={form} fieldErrors={props.fieldErrors} labels={props.fieldLabels} error={props.error} />
          {props.children}
          <Group className="form-actions" justify="space-between" wrap="wrap">
            <FormStatusText status={props.status} />
            <Group gap="sm">
              {props.onCancel && (
                <Button variant="default" onClick={props.onCancel}>
                  {t('common:action.cancel')}
                </Button>
              )}
              <Button type="submit" loading={busy} aria-keyshortcuts="Control+S">
                {props.saveLabel ?? t('common:action.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </FieldContextProvider>
  );
}

/** A dialog opened from the form has a form of its own. */
const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;

type SummaryProps = {
  form: React.RefObject<HTMLFormElement | null>;
  fieldErrors: FieldErrors;
  labels: Props['fieldLabels'];
  error: AppError | null;
};

function ErrorSummary({ form, fieldErrors, labels, error }: SummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(fieldErrors);
  useEffect(() => {
    if (error !== null) box.current?.focus();
  }, [error]);
  if (error === null) return null;
  if (entries.length === 0) {
    return (
      <div ref={box} tabIndex={-1}>
        <FailureNotice error={error} />
      </div>
    );
  }
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('common:count.fieldsToCorrect', { count: entries.length })}
    >
      <List>
        {entries.map(([path, code]) => (
          <List.Item key={path}>
            <Anchor
              component="button"
              type="button"
              c="inherit"
              underline="always"
              onClick={() => focusField(form.current, path)}
            >
              <bdi>{labelOf(labels, path)}</bdi>: {fieldErrorText(t, code)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function labelOf(labels: Props['fieldLabels'], path: string): string {
  const label = typeof labels === 'function' ? labels(path) : labels[path];
  return label ?? path;
}

/** The field itself, or the nearest one around it: `fields.members.0.name`, `fields.members.0`, ... */
function focusField(form: HTMLFormElement | null, path: string): void {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const field = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(part)}"]`);
    if (field) {
      field.focus();
      field.scrollIntoView({ block: 'center' });
      return;
    }
  }
}
