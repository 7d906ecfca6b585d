/** @file What a host and the application say to each other. */

export type Call = { readonly method: string; readonly input: unknown };

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly params: Record<string, unknown> } };

/** Plain JSON: `changed` with areas, `progress`, `session`, `settings`. */
export type AppEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

export type App = {
  /** Every call, from every host. Never throws for what people do; a bug answers `internal` with a reference. */
  dispatch(call: Call): Promise<Answer>;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** A token for a path that a person chose in a host's dialog or named as an argument. */
  grantPath(path: string, kind: 'file' | 'folder'): string;
  /** Checkpoints and closes; keys are forgotten. */
  close(): Promise<void>;
};
