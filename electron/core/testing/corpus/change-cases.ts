/** @file 72-94: single changes that are wrong. Each is set aside or held by itself; the sound one beside it is used. */
import { changeId, type SignedChange } from '#core/changes/change.ts';
import { canonicalize, type JsonObject } from '#core/changes/canonical.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { applied, type CorpusCase, cut, setAside } from './corpus-case.ts';
import type { CorpusKit, Edit } from './stage.ts';

/** The bad change first, then a sound one that follows it: it must be used all the same. */
const beside = (make: (kit: CorpusKit) => SignedChange) => (kit: CorpusKit) => {
  const bad = make(kit);
  return kit.bundleOf([bad, kit.change({ ...otherGroup, header: { prev: toBase64Url(bad.id) } }, 2)]);
};

/** As `beside`, where the bad change is of another device's chain. */
const besideOfOthers = (make: (kit: CorpusKit) => SignedChange) => (kit: CorpusKit) =>
  kit.bundleOf([make(kit), kit.change(otherGroup)]);

const otherGroup: Edit = { d: { service: { servingOffice: 'مكتب الحي' } } };

const edited = (edit: Edit | ((kit: CorpusKit) => Edit)) =>
  beside((kit) => kit.change(typeof edit === 'function' ? edit(kit) : edit));

const headerObject = (kit: CorpusKit, edit?: Edit): JsonObject =>
  ({ ...kit.headerOf(edit), v: 1, pc: toBase64Url(randomBytes(32)) }) as unknown as JsonObject;

const flipped = (change: SignedChange): SignedChange => {
  const text = Buffer.from(change.headerBytes).toString('utf8');
  const headerBytes = new Uint8Array(
    Buffer.from(text.replace(/"wall":(\d)/, (_all, digit) => `"wall":${digit === '9' ? 8 : Number(digit) + 1}`)),
  );
  return { ...change, id: changeId(headerBytes), headerBytes };
};

export const changeCases: readonly CorpusCase[] = [
  {
    n: 72,
    what: 'a header changed after it was signed',
    make: (kit) => {
      const sound = kit.change();
      return kit.bundleOf([flipped(sound), kit.change({ ...otherGroup, header: { prev: toBase64Url(sound.id) } }, 2)]);
    },
    expect: { ...setAside('change/signature'), broken: ['chains'] },
  },
  {
    n: 73,
    what: 'a payload that its header does not name',
    make: beside((kit) => {
      const change = kit.change();
      const payloadBytes = canonicalize({ d: { status: { status: 'closed' } }, salt: toBase64Url(randomBytes(16)) });
      return { ...change, payloadBytes };
    }),
    expect: setAside('change/commitment'),
  },
  {
    n: 74,
    what: 'a payload that its office need not have sent us, and that goes no further',
    make: (kit) =>
      kit.bundleOf([
        kit.change({ header: { aud: 'restricted', w: [{ g: 'r90', p: [] }] }, d: { r90: { reason: 'canary-74' } } }),
      ]),
    expect: applied(1),
    leaves:
      "SELECT 1 FROM chg WHERE aud = 'restricted' AND n = (SELECT max(n) FROM chg) AND n NOT IN (SELECT n FROM link_out WHERE bare = 0)",
  },
  {
    n: 75,
    what: 'two changes with one number',
    make: (kit) => kit.bundleOf([kit.change(), kit.change({ d: { service: { servingOffice: 'مكتب الحي' } } })]),
    expect: applied(2),
    leaves: "SELECT 1 FROM notice WHERE kind = 'seq-reused'",
  },
  {
    n: 76,
    what: 'the change before it is missing',
    make: (kit) => kit.bundleOf([kit.change({ header: { prev: toBase64Url(randomBytes(32)) } }, 5)]),
    expect: { ...applied(1), broken: ['chains'] },
  },
  {
    n: 77,
    what: 'names a later change as the one before it',
    make: (kit) => {
      const later = kit.change({}, 2);
      return kit.bundleOf([
        later,
        kit.change({ header: { prev: toBase64Url(later.id) }, d: { service: { servingOffice: 'مكتب الحي' } } }),
      ]);
    },
    expect: { ...applied(2), broken: ['chains'] },
  },
  {
    n: 78,
    what: 'claims to have seen a value of another group',
    make: (kit) =>
      kit.bundleOf([kit.change({ header: { w: [{ g: 'status', p: [...(kit.forum.heads.identity ?? [])] }] } })]),
    expect: applied(1),
    leaves: "SELECT 1 FROM val WHERE grp = 'identity' AND json_extract(v, '$.name') = 'منتدى حي النصر'",
  },
  {
    n: 79,
    what: '10 000 predecessors',
    make: (kit) => {
      const p = Array.from({ length: 10_000 }, () => toBase64Url(randomBytes(16))).sort();
      const change = kit.rawChange({ ...headerObject(kit), w: [{ g: 'status', p }] }, null);
      return kit.bundleOf([change]);
    },
    expect: cut('section/form'),
  },
  {
    n: 79,
    what: '65 predecessors',
    make: beside((kit) => {
      const p = Array.from({ length: 65 }, () => toBase64Url(randomBytes(16))).sort();
      return kit.rawChange({ ...headerObject(kit), w: [{ g: 'status', p }] }, null);
    }),
    expect: setAside('change/form'),
  },
  {
    n: 80,
    what: 'a type of record nobody knows yet',
    make: (kit) =>
      kit.bundleOf([
        kit.change({
          header: { at: 'weather', agg: toBase64Url(randomBytes(16)), own: null },
          kind: 'weather.noted',
          d: { rain: { mm: 3 } },
        }),
      ]),
    expect: applied(1),
    leaves: "SELECT 1 FROM chg WHERE at = 'weather' AND projected = 0 AND verdict = 'ok'",
  },
  {
    n: 80,
    what: 'a change that must be understood, and is not',
    make: (kit) =>
      kit.bundleOf([kit.change({ header: { mu: 1, kv: 7 }, kind: 'forum.merged', d: { merger: { into: 'x' } } })]),
    expect: applied(1),
    leaves: "SELECT 1 FROM chg WHERE projected = 0 AND verdict = 'ok' AND json_extract(CAST(hdr AS TEXT), '$.mu') = 1",
  },
  {
    n: 81,
    what: 'a later version of a kind',
    make: (kit) => kit.bundleOf([kit.change({ header: { kv: 99 } })]),
    expect: applied(1),
    leaves: "SELECT 1 FROM chg WHERE projected = 0 AND verdict = 'ok'",
  },
  {
    n: 82,
    what: 'a role that may not write this',
    make: edited({ header: { role: 'auditor' } }),
    expect: setAside('change/unauthorised'),
  },
  {
    n: 82,
    what: 'a role that does not exist',
    make: edited({ header: { role: 'emperor' } }),
    expect: setAside('change/unauthorised'),
  },
  {
    n: 83,
    what: 'a neighbour writes to a record that is not its own',
    make: besideOfOthers((kit) =>
      kit.change({
        header: { dev: kit.second.dev, by: kit.second.user, inc: toBase64Url(randomBytes(8)), seq: 1 },
        signer: kit.second.signer,
      }),
    ),
    expect: setAside('change/unauthorised'),
  },
  {
    n: 83,
    what: 'an office founds a record for the directorate',
    make: beside((kit) =>
      kit.change({
        header: { agg: toBase64Url(randomBytes(16)), own: null, w: [{ g: 'owner', p: [] }] },
        kind: 'forum.created',
        d: { owner: { node: kit.directorate.node } },
      }),
    ),
    expect: setAside('change/unauthorised'),
  },
  {
    n: 84,
    what: 'a roster that we do not have yet',
    make: beside((kit) => kit.change({ header: { ros: 900 } })),
    expect: { verdict: 'applied', code: null, applied: 1, held: 1 },
  },
  {
    n: 86,
    what: 'a clock in the year 2099',
    make: (kit) => kit.bundleOf([kit.change({ header: { hlc: '03b4a5cd58000000', wall: 4_070_908_800_000 } })]),
    expect: applied(1),
  },
  {
    n: 86,
    what: 'a clock at its end',
    make: (kit) => kit.bundleOf([kit.change({ header: { hlc: 'ffffffffffffffff', wall: Number.MAX_SAFE_INTEGER } })]),
    expect: applied(1),
  },
  {
    n: 86,
    what: 'a negative clock',
    make: beside((kit) => kit.rawChange({ ...headerObject(kit), hlc: '-000000000000001' }, null)),
    expect: setAside('change/form'),
  },
  {
    n: 86,
    what: 'a wall clock before 1970',
    make: (kit) => kit.bundleOf([kit.change({ header: { wall: -86_400_000 } })]),
    expect: applied(1),
  },
  {
    n: 87,
    what: 'has seen a value that never arrives',
    make: (kit) =>
      kit.bundleOf([
        kit.change({
          header: { w: [{ g: 'status', p: [...(kit.forum.heads.status ?? []), toBase64Url(randomBytes(16))].sort() }] },
        }),
      ]),
    expect: applied(1),
    leaves: "SELECT 1 FROM val WHERE grp = 'status' AND heads = 1",
  },
  {
    n: 88,
    what: 'a value of another type',
    make: edited({ d: { status: { status: 7 } } }),
    expect: setAside('change/constraint'),
  },
  {
    n: 88,
    what: 'a value without its field',
    make: edited({ d: { status: {} } }),
    expect: setAside('change/constraint'),
  },
  {
    n: 89,
    what: 'a name that turns direction and hides letters',
    make: (kit) =>
      kit.bundleOf([kit.change({ d: { identity: { name: 'منتدى\u202e exe.gpj\u200b\u2066', place: 'IQG10' } } })]),
    expect: applied(1),
    leaves: "SELECT 1 FROM val WHERE grp = 'identity' AND v LIKE '%' || char(8238) || '%'",
  },
  {
    n: 90,
    what: '10 MB of text',
    make: (kit) => {
      const payload = { d: { status: { status: 'س'.repeat(5_000_000) } }, salt: toBase64Url(randomBytes(16)) };
      return kit.bundleOf([kit.rawChange(headerObject(kit), payload)]);
    },
    expect: cut('section/form'),
  },
  {
    n: 91,
    what: 'SQL, HTML and formulas as a name',
    make: (kit) =>
      kit.bundleOf([
        kit.change({
          d: { identity: { name: `'); DROP TABLE chg;--<img src=x onerror=alert(1)>=1+1`, place: 'IQG10' } },
        }),
      ]),
    expect: applied(1),
    leaves: "SELECT 1 FROM val WHERE grp = 'identity' AND v LIKE '%DROP TABLE%'",
  },
  {
    n: 94,
    what: 'writes the owner without a transfer',
    make: beside((kit) =>
      kit.change({ header: { w: [{ g: 'owner', p: [kit.forum.own] }] }, d: { owner: { node: kit.second.node } } }),
    ),
    expect: setAside('change/unauthorised'),
  },
];
