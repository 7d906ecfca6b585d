import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf } from '#shared/contract/contract.ts';
import { refreshAreas, useClient } from '#renderer/client/client-context.tsx';
import type { FormStatus } from './form-status.tsx';

export type DraftForm = InputOf<'drafts.get'>['form'];

export type Draft = {
  /** A draft from before, to be continued or discarded; nothing is kept meanwhile. */
  readonly restoreOffer: { readonly savedAt: string; readonly title: string } | null;
  readonly restore: () => void;
  readonly discard: () => void;
  /** After the record was saved: the draft has served. */
  readonly clear: () => void;
  readonly status: FormStatus;
};

const restMs = 2000;

/**
 * Keeps what is typed as a draft on this PC: after two seconds of rest, on leaving a field, before a lock and on
 * leaving the screen. `value` must be plain JSON and loaded when the hook first runs; `part` tells apart forms of one kind
 * over one record.
 */
export function useDraft<T>(
  form: DraftForm,
  recordId: string | null,
  value: T,
  setValue: (value: T) => void,
  title: string,
  part = '',
): Draft {
  const client = useClient();
  const cache = useQueryClient();
  const [offer, setOffer] = useState<{ data: string; savedAt: string; title: string } | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const text = JSON.stringify(value);
  const [baseline, setBaseline] = useState(text);
  const kept = useRef(text);
  const latest = useRef({ text, title, mayKeep: false });
  latest.current = { text, title, mayKeep: offer === null && latest.current.mayKeep };

  useEffect(() => {
    let current = true;
    void client
      .call('drafts.get', { form, recordId, part })
      .catch(() => null)
      .then((answer) => {
        if (!current) return;
        const draft = answer?.ok ? answer.value : null;
        if (draft !== null && draft.data !== kept.current) setOffer(draft);
        latest.current.mayKeep = true;
      });
    return () => {
      current = false;
    };
  }, [client, form, recordId, part]);

  const keep = useCallback(async () => {
    const { text: data, title: heading, mayKeep } = latest.current;
    if (!mayKeep || data === kept.current) return;
    kept.current = data;
    const input = { form, recordId, part, title: heading, data, commandId: crypto.randomUUID() };
    const answer = await client.call('drafts.put', input).catch(() => null);
    if (answer?.ok) setSavedAt(answer.value.savedAt);
    else if (kept.current === data) kept.current = '';
    refreshAreas(cache, ['drafts']);
  }, [client, cache, form, recordId, part]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause starts anew with every change of the text
  useEffect(() => {
    const timer = setTimeout(() => void keep(), restMs);
    return () => clearTimeout(timer);
  }, [text, keep]);

  useEffect(() => {
    const onLeave = () => void keep();
    const stop = client.onEvent((event) => event.type === 'idle-warning' && void keep());
    document.addEventListener('focusout', onLeave);
    window.addEventListener(keepDraftsEvent, onLeave);
    return () => {
      stop();
      document.removeEventListener('focusout', onLeave);
      window.removeEventListener(keepDraftsEvent, onLeave);
      void keep();
    };
  }, [client, keep]);

  const forget = useCallback(async () => {
    kept.current = latest.current.text;
    setBaseline(latest.current.text);
    setOffer(null);
    setSavedAt(null);
    await client.call('drafts.discard', { form, recordId, part, commandId: crypto.randomUUID() }).catch(() => null);
    refreshAreas(cache, ['drafts']);
  }, [client, cache, form, recordId, part]);

  return {
    restoreOffer: offer,
    restore: () => {
      if (offer === null) return;
      kept.current = offer.data;
      setSavedAt(offer.savedAt);
      setOffer(null);
      latest.current.mayKeep = true;
      setValue(JSON.parse(offer.data) as T);
    },
    discard: () => void forget(),
    clear: () => void forget(),
    status: statusOf(text === baseline, text === kept.current ? savedAt : null),
  };
}

/** Sent on the window before a lock by hand, so that open forms keep their drafts first. */
export const keepDraftsEvent = 'jisr-keep-drafts';

function statusOf(untouched: boolean, keptAt: string | null): FormStatus {
  if (keptAt !== null) return { kind: 'draft', at: keptAt };
  return untouched ? { kind: 'untouched' } : { kind: 'unsaved' };
}
