/** @file The verdict on a change, and all that it may rest on. */
import type { ChangeHeader } from './change.ts';

/** What an accepted change that offers a record says. */
export type Offer = {
  readonly to: string;
  /** The ownership head under which it was offered. */
  readonly own: string | null;
};

/** What a roster version says about devices and places in the tree. */
export type RosterView = {
  /** Device id as base64url. */
  readonly device: (dev: string) => { readonly node: string; readonly roles: readonly string[] } | null;
  /** Whether node `above` is a true ancestor of node `below`. */
  readonly isAncestor: (above: string, below: string) => boolean;
  /** Whether this version lists the node: it does from the version of the node's first certificate on. */
  readonly hasNode: (node: string) => boolean;
};

export type AuthorityContext = {
  readonly rosterAt: (version: number) => RosterView | null;
  /**
   * The node named by the ownership head with this short id, if it founded the record of this header or accepted it in
   * a transfer; `unknown` until that change has come in sound form.
   */
  readonly ownerAt: (header: ChangeHeader, shortId: string) => { readonly node: string } | 'unknown' | 'not-an-owner';
  /** The offer with this short id, if it offers the record of this header; `unknown` until it has come in sound form. */
  readonly offerAt: (header: ChangeHeader, shortId: string) => Offer | 'unknown' | 'not-an-offer';
};

export type Verdict =
  | { readonly verdict: 'ok' }
  /**
   * Wait for this roster version, for that ownership head or offer, or for the change's own payload, which names the
   * owner.
   */
  | { readonly verdict: 'held'; readonly code: 'change/held-roster' | 'change/held-owner'; readonly waits: string }
  | { readonly verdict: 'quarantined'; readonly code: 'change/unauthorised' | 'change/constraint' };
