import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AnyHoldingView } from '#shared/contract/holdings.ts';
import type { z } from '#shared/contract/zod.ts';
import { useCall } from '#renderer/client/use-call.ts';
import type { Command, CommandName } from '#renderer/client/use-command.ts';
import { QueryState } from '#renderer/components/query-state.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordForm as FormOf } from '#renderer/components/record-form/use-record-form.ts';
import { groupLabel } from '#renderer/components/record/group-words.tsx';
import { useHoldingFieldLabels } from './use-holding-field-labels.ts';
import { useAssetWords, useSiteWords } from './use-holding-words.tsx';

type LoadProps = { id: string; children: (view: AnyHoldingView) => ReactNode };

/** The site or asset that an entry is added to. */
export function OfHolding({ id, children }: LoadProps) {
  const read = useCall('holdings.get', { recordId: id });
  return <QueryState of={read}>{children}</QueryState>;
}

type Props<F extends object, S extends z.ZodType> = {
  view: AnyHoldingView;
  title: string;
  form: FormOf<F, S>;
  command: Command<CommandName>;
  /** Saves what the contract accepted. */
  send: (input: z.output<S>) => Promise<{ readonly ok: boolean }>;
  children: ReactNode;
};

/** The form of one entry; afterwards it goes back to the record. What others changed meanwhile leaves the entry as it is typed. */
export function EntryForm<F extends object, S extends z.ZodType>({ view, form, send, ...props }: Props<F, S>) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const words = { asset: useAssetWords(), site: useSiteWords() }[view.at];
  const back = () => navigate(`/${view.at}s/${view.id}`);
  return (
    <RecordForm
      {...props}
      form={form}
      fieldLabels={useHoldingFieldLabels('entry')}
      onSave={async (input) => ((await send(input)).ok ? back : null)}
      onCancel={back}
      newer={{
        labelOfGroup: (group) => groupLabel(t, words, group),
        load: async (client) => {
          const answer = await client.call('holdings.get', { recordId: view.id });
          return answer.ok ? { fields: form.state.base, heads: answer.value.heads } : null;
        },
      }}
    >
      {props.children}
    </RecordForm>
  );
}
