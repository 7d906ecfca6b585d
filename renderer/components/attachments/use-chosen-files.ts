/** @file Files between being chosen and being stored: made ready one after another, then sent one after another. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttachmentClass } from '#shared/contract/attachments.ts';
import { refreshAreas, useClient } from '#renderer/client/client-context.tsx';
import type { ChosenFields, ChosenFile, ChosenState } from './chosen-file.ts';
import { type PrepareFault, prepareFile } from './prepare-file.ts';
import { nothingSentYet, sendFile, type Sent } from './send-file.ts';

export type ChosenFiles = {
  readonly files: readonly ChosenFile[];
  readonly add: (files: readonly File[], into: AttachmentClass) => void;
  readonly edit: (id: string, change: Partial<ChosenFields>) => void;
  /** Takes one out of the list; what is going on with it is stopped. */
  readonly drop: (id: string) => void;
  /** Sends what is ready; answers how many were stored. Those stay that were refused. */
  readonly send: (recordId: string) => Promise<number>;
  readonly clear: () => void;
};

/** Nothing of it outlives the screen: leaving or locking stops everything and forgets the pictures. */
export function useChosenFiles(): ChosenFiles {
  const client = useClient();
  const cache = useQueryClient();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const sent = useRef(new Map<string, Sent>());
  useEffect(() => {
    const all = stops.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);

  const setState = (id: string, state: ChosenState) =>
    setFiles((before) => before.map((file) => (file.id === id ? { ...file, state } : file)));

  function drop(id: string): void {
    stops.current.get(id)?.abort();
    stops.current.delete(id);
    sent.current.delete(id);
    setFiles((before) => before.filter((file) => file.id !== id));
  }

  function add(chosen: readonly File[], into: AttachmentClass): void {
    const fresh = chosen.map((original) => toChosen(original, into));
    for (const { id } of fresh) stops.current.set(id, new AbortController());
    setFiles((before) => [...before, ...fresh]);
    void prepareAll(fresh);
  }

  /** One after another: each may need as much memory as a small PC has to spare. */
  async function prepareAll(fresh: readonly ChosenFile[]): Promise<void> {
    for (const { id, original } of fresh) {
      const signal = stops.current.get(id)?.signal;
      if (!signal) continue;
      const file = await prepareFile(original, signal).catch((): PrepareFault => 'unreadable');
      setState(id, typeof file === 'string' ? { at: 'faulty', fault: file } : { at: 'ready', file, error: null });
    }
  }

  async function send(recordId: string): Promise<number> {
    let stored = 0;
    for (const { id, fields, state } of files) {
      const signal = stops.current.get(id)?.signal;
      if (state.at !== 'ready' || !signal) continue;
      const { file } = state;
      const totalBytes = file.contents.size + (file.preview?.size ?? 0);
      const onProgress = (doneBytes: number) => setState(id, { at: 'sending', file, doneBytes, totalBytes });
      onProgress(0);
      const before = sent.current.get(id) ?? nothingSentYet();
      sent.current.set(id, before);
      const refused = await sendFile(client, { recordId, fields, file, before, onProgress, signal });
      if (refused === 'stopped') continue;
      if (refused === null) stored += 1;
      if (refused === null) drop(id);
      else setState(id, { at: 'ready', file, error: refused });
    }
    if (stored > 0) refreshAreas(cache, ['attachments']);
    return stored;
  }

  return {
    files,
    add,
    edit: (id, change) =>
      setFiles((before) =>
        before.map((file) => (file.id === id ? { ...file, fields: { ...file.fields, ...change } } : file)),
      ),
    drop,
    send,
    clear: () => {
      for (const { id } of files) drop(id);
    },
  };
}

const toChosen = (original: File, into: AttachmentClass): ChosenFile => ({
  id: crypto.randomUUID(),
  original,
  fields: { name: nameOf(original.name), what: null, taken: null, class: into },
  state: { at: 'preparing' },
});

/** Without its ending, which says how a file was kept elsewhere; a picture is kept anew. */
const nameOf = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 300);
