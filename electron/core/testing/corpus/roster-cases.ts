/**
 * @file 102-107: rosters that came with a bundle and must have no effect. The changes beside them are used. A list beside
 * ours (103) is refused everywhere but at the directorate, where these are played: it alone can have signed it, in a life
 * that is lost there, and joins both in a list far beyond them (docs/adr/0014).
 */
import { toBase64Url, utf8 } from '#core/crypto/bytes.ts';
import { createSigner, generateSigningKey } from '#core/crypto/ed25519.ts';
import { randomBytes } from '#core/crypto/random.ts';
import { nextRoster, signAuthority } from '#core/exchange/roster.ts';
import type { CorpusCase } from './corpus-case.ts';
import type { RosterKit } from './roster-kit.ts';
import type { CorpusKit } from './stage.ts';

const carrying = (make: (roster: RosterKit, kit: CorpusKit) => Uint8Array) => (kit: CorpusKit) =>
  kit.bundle({ control: { ...kit.input.control, roster: toBase64Url(make(kit.rosters, kit)) } });

const unmoved = { verdict: 'applied', code: null } as const;
/** Beyond both by the leap of a directorate that went back. */
const joined = 'SELECT 1 FROM self WHERE roster BETWEEN 1003 AND 1004';
const same = (version: string): string => `SELECT 1 FROM self WHERE roster = ${version}`;

const body = ({ roster }: RosterKit) => ({
  v: 1,
  version: roster.version + 1,
  prev: toBase64Url(roster.hash),
  authority: roster.authority,
  nodes: roster.nodes,
  devices: roster.devices,
  wall: roster.wall,
});

export const rosterCases: readonly CorpusCase[] = [
  {
    n: 102,
    what: 'an old roster',
    make: carrying((r) =>
      r.sign({
        ...body(r),
        version: 1,
        prev: toBase64Url(new Uint8Array(32)),
        devices: r.roster.devices.slice(0, 1).map(({ cert, ...rest }) => ({ ...rest, cert: { ...cert, from: 1 } })),
      }),
    ),
    expect: unmoved,
    leaves: same('3'),
  },
  {
    n: 103,
    what: 'the same version with other content',
    make: carrying((r) => r.sign({ ...body(r), version: r.roster.version, wall: 5 })),
    expect: unmoved,
    leaves: joined,
  },
  {
    n: 103,
    what: 'a next version that builds on another',
    make: carrying((r) => r.sign({ ...body(r), prev: toBase64Url(randomBytes(32)) })),
    expect: unmoved,
    leaves: joined,
  },
  {
    n: 105,
    what: 'a certificate whose path is not its node',
    make: carrying((r, kit) =>
      r.sign({
        ...body(r),
        devices: r.roster.devices.map((device) =>
          device.cert.node === kit.office.node
            ? { ...device, cert: { ...device.cert, path: device.cert.path.slice(0, 1) } }
            : device,
        ),
      }),
    ),
    expect: unmoved,
    leaves: same('3'),
  },
  {
    n: 105,
    what: 'an authority that the root key did not name',
    make: carrying((r) => {
      const [root, authority] = [generateSigningKey(), generateSigningKey()];
      const statement = signAuthority(createSigner(root.privateKey), authority.publicKey);
      const forged = { ...r.roster, authority: statement };
      return nextRoster(
        forged,
        { nodes: r.roster.nodes, devices: r.roster.devices },
        1,
        createSigner(authority.privateKey),
      );
    }),
    expect: unmoved,
    leaves: same('3'),
  },
  {
    n: 106,
    what: 'nodes that stand under each other',
    make: carrying((r, kit) =>
      r.sign({
        ...body(r),
        nodes: r.roster.nodes.map((node) =>
          node.id === kit.office.node
            ? { ...node, parent: kit.second.node }
            : node.id === kit.second.node
              ? { ...node, parent: kit.office.node }
              : node,
        ),
      }),
    ),
    expect: unmoved,
    leaves: same('3'),
  },
  {
    n: 107,
    what: 'a roster longer than any may be',
    make: carrying((r) =>
      utf8(
        `${Buffer.from(r.sign(body(r)))
          .toString('utf8')
          .slice(0, -100)}${'x'.repeat(17 << 20)}`,
      ),
    ),
    expect: unmoved,
    leaves: same('3'),
  },
];
