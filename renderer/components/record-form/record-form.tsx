import { Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Heads } from '#shared/contract/fields.ts';
import type { z } from '#shared/contract/zod.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/client-context.tsx';
import type { Command, CommandName } from '#renderer/client/use-command.ts';
import { DraftOffer } from '#renderer/components/draft-offer.tsx';
import { FormFrame } from '#renderer/components/form-frame.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import type { RecordForm as FormOf } from './use-record-form.ts';

type Props<F extends object, S extends z.ZodType> = {
  title: string;
  form: FormOf<F, S>;
  command: Pick<Command<CommandName>, 'busy' | 'error' | 'fieldErrors' | 'clear'>;
  fieldLabels: (path: string) => string | undefined;
  /** Saves what the contract accepted; answers where to go, or null when it was refused. */
  onSave: (input: z.output<S>) => Promise<(() => void) | null>;
  onCancel: () => void;
  /** For records that exist: how to read a newer version, and words for its groups. */
  newer?: {
    readonly labelOfGroup: (group: string) => string;
    readonly load: (client: Client) => Promise<{ readonly fields: F; readonly heads: Heads } | null>;
  };
  children: ReactNode;
};

/** The form of one record: judged before it is sent, kept as a draft, and brought up to date when someone else saved. */
export function RecordForm<F extends object, S extends z.ZodType>({ form, command, newer, ...props }: Props<F, S>) {
  const client = useClient();
  const [taken, setTaken] = useState(false);

  async function save(): Promise<void> {
    command.clear();
    setTaken(false);
    const input = form.check();
    if (input === null) return;
    const goOn = await props.onSave(input);
    if (goOn === null) return;
    form.draft.clear();
    goOn();
  }

  async function takeNewer(): Promise<void> {
    const latest = await newer?.load(client).catch(() => null);
    if (!latest) return;
    form.takeNewer(latest.fields, latest.heads);
    command.clear();
    setTaken(true);
  }

  return (
    <FormFrame
      title={props.title}
      onSave={() => void save()}
      onCancel={props.onCancel}
      busy={command.busy}
      status={form.draft.status}
      error={form.error ?? command.error}
      fieldErrors={command.error === null ? form.fieldErrors : { ...form.fieldErrors, ...command.fieldErrors }}
      fieldLabels={props.fieldLabels}
    >
      <DraftOffer draft={form.draft} />
      <ChangedNotice
        error={form.error === null ? command.error : null}
        taken={taken}
        labelOfGroup={newer?.labelOfGroup ?? ((group) => group)}
        onTake={() => void takeNewer()}
      />
      <Stack onBlur={form.onLeave}>{props.children}</Stack>
    </FormFrame>
  );
}
