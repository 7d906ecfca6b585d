/** @file What a change's header says (docs/bundle-format.md, section 2). */

/** One register group that a change writes, and the values of it that the author was shown. */
export type GroupWrite = {
  /** `name`, `name:<element id>`; in a restricted change `r<number>`, `r<number>:<element id>`. */
  readonly g: string;
  /** First 16 bytes of each change id, base64url, sorted by their text, no repeats. */
  readonly p: readonly string[];
};

/** Bytes are base64url without padding. */
export type ChangeHeader = {
  readonly v: 1;
  /** Device, 16 bytes. */
  readonly dev: string;
  /** Incarnation, 8 random bytes. */
  readonly inc: string;
  /** From 1 in its incarnation. */
  readonly seq: number;
  /** Full id of the header before it; in a first change the old head or 32 zero bytes. */
  readonly prev: string;
  /** Record id, 16 bytes, and its type. */
  readonly agg: string;
  readonly at: string;
  /** `restricted` in a restricted change, whose true kind stands in the payload. */
  readonly kind: string;
  readonly kv: number;
  /** 1: who does not understand the kind must not write to the record. */
  readonly mu: 0 | 1;
  /** User's record id, 16 bytes, and the role used. */
  readonly by: string;
  readonly role: string;
  readonly aud: Audience;
  /** Roster version under which authority is judged. */
  readonly ros: number;
  /**
   * First 16 bytes of the id of the change that holds the ownership head this write saw; null when the change creates
   * the record or the record has no owner.
   */
  readonly own: string | null;
  readonly hlc: string;
  /** Milliseconds since 1970 as the computer believed. Never the ground of a decision. */
  readonly wall: number;
  /** 0 unknown, 1 never checked, 2 near a parent's signed time, 3 confirmed by a person. */
  readonly cq: 0 | 1 | 2 | 3;
  readonly w: readonly GroupWrite[];
  /** SHA-256(salt || payload bytes). */
  readonly pc: string;
};

export type Audience = 'open' | 'restricted';
