/** @file What a host and the core thread say to each other: plain JSON both ways. */
import type { Answer, AppEvent, Call } from './app-types.ts';

export type PathKind = 'file' | 'folder';

export type ToThread =
  | { readonly id: number; readonly call: Call }
  | { readonly id: number; readonly grant: { readonly path: string; readonly kind: PathKind } }
  | { readonly close: true };

export type FromThread =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly token: string }
  | { readonly event: AppEvent }
  | { readonly closed: true };
