/**
 * @file Headers as programs write them, read in one match: the pattern spells out the canonical form, so what matches
 * needs no second writing and comparing. What does not match is left to the slow way, which alone refuses.
 */
import { isAscii } from 'node:buffer';
import type { ChangeHeader, GroupWrite } from './change-header.ts';
import { limits } from './limits.ts';
import { isBytes16, isOpenGroup, isRestrictedGroup } from './tokens.ts';

/** The header, if it is of the usual form; null says nothing about it. */
export function parseUsualHeader(bytes: Uint8Array): ChangeHeader | null {
  if (bytes.length > limits.changeHeaderBytes || !isAscii(bytes)) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const found = usual.exec(text) as Found | null;
  if (!found) return null;
  const [, agg, at, aud, by, cq, dev, hlc, inc, kind, kv, mu, own, pc, prev, role, ros, seq, writes, wall] = found;
  if ((kind === 'restricted') !== (aud === 'restricted')) return null;
  const w = parseWrites(writes, aud === 'open' ? isOpenGroup : isRestrictedGroup);
  if (w === null) return null;
  const header: ChangeHeader = {
    v: 1,
    dev,
    inc,
    seq: Number(seq),
    prev,
    agg,
    at,
    kind,
    kv: Number(kv),
    mu: Number(mu) as 0 | 1,
    by,
    role,
    aud: aud as ChangeHeader['aud'],
    ros: Number(ros),
    own: own === 'null' ? null : own.slice(1, -1),
    hlc,
    wall: Number(wall),
    cq: Number(cq) as ChangeHeader['cq'],
    w,
    pc,
  };
  return header;
}

const name = '[a-z][a-z0-9_.-]{0,63}';
const bytes8 = '[\\w-]{10}[AEIMQUYcgkosw048]';
const bytes16 = '[\\w-]{21}[AQgw]';
const bytes32 = '[\\w-]{42}[AEIMQUYcgkosw048]';
/** Integers short enough to be exact. */
const positive = '[1-9][0-9]{0,14}';
const usual = new RegExp(
  [
    `^\\{"agg":"(${bytes16})","at":"(${name})","aud":"(open|restricted)","by":"(${bytes16})","cq":([0-3])`,
    `,"dev":"(${bytes16})","hlc":"([0-9a-f]{16})","inc":"(${bytes8})","kind":"(${name})","kv":(${positive}),"mu":([01])`,
    `,"own":(null|"${bytes16}"),"pc":"(${bytes32})","prev":"(${bytes32})","role":"(${name})","ros":(${positive})`,
    `,"seq":(${positive}),"v":1,"w":\\[(.+)\\],"wall":(0|${positive})\\}$`,
  ].join(''),
);

type Found = [
  whole: string,
  agg: string,
  at: string,
  aud: string,
  by: string,
  cq: string,
  dev: string,
  hlc: string,
  inc: string,
  kind: string,
  kv: string,
  mu: string,
  own: string,
  pc: string,
  prev: string,
  role: string,
  ros: string,
  seq: string,
  writes: string,
  wall: string,
];

const oneWrite = /\{"g":"([\w.:-]+)","p":\[([\w",-]*)\]\}(,|$)/y;

/** Null unless the whole text is one list of writes in canonical form, each group once, predecessors in order. */
function parseWrites(text: string, isGroup: (group: string) => boolean): GroupWrite[] | null {
  const writes: GroupWrite[] = [];
  const seen = new Set<string>();
  oneWrite.lastIndex = 0;
  for (;;) {
    const found = oneWrite.exec(text) as [string, string, string, string] | null;
    if (!found) return null;
    const [, g, seenIds, after] = found;
    const p = parsePredecessors(seenIds);
    if (p === null || seen.has(g) || !isGroup(g)) return null;
    seen.add(g);
    writes.push({ g, p });
    if (after === '') break;
  }
  return writes.length <= limits.groupsPerChange ? writes : null;
}

const none: readonly string[] = [];

function parsePredecessors(text: string): readonly string[] | null {
  if (text === '') return none;
  const ids = text.split(',');
  if (ids.length > limits.predecessorsPerGroup) return null;
  let previous = '';
  for (const [i, quoted] of ids.entries()) {
    const id = quoted.slice(1, -1);
    if (quoted.length !== 24 || !quoted.startsWith('"') || !quoted.endsWith('"')) return null;
    if (!isBytes16(id) || id <= previous) return null;
    ids[i] = id;
    previous = id;
  }
  return ids;
}
