import { hlcToMoment } from '#core/changes/hlc.ts';
import { wireToBytes, wireToUuid } from '#core/changes/ids.ts';
import type { HandlersOf, HomeContext } from '#core/context.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { countDevices, recentChanges, revokeDevice } from '#core/exchange/revoke-device.ts';
import { authorNames } from '#core/features/records/authors.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';

export const deviceHandlers: HandlersOf<'devices'> = {
  'devices.list': async (context) => {
    const roster = directorateRoster(context);
    if (!roster) return err(refusal('node/not-the-directorate', {}));
    const counts = countDevices(context.home);
    const self = context.home.rosters.self().device;
    return ok(
      roster.devices.map(({ cert, revoked }) => {
        const count = counts.get(cert.dev);
        return {
          device: cert.dev,
          node: cert.node,
          nodeName: context.home.rosters.nodeName(cert.node),
          series: cert.series,
          changes: count?.changes ?? 0,
          lastAt: count?.lastHlc ? hlcToMoment(count.lastHlc) : null,
          own: cert.dev === toBase64Url(self),
          revoked: revoked !== null,
          setAside: count?.setAside ?? 0,
        };
      }),
    );
  },
  'devices.changes': async (context, { device, offset, limit }) => {
    const roster = directorateRoster(context);
    if (!roster) return err(refusal('node/not-the-directorate', {}));
    if (!roster.devicesById.has(device)) return err(refusal('device/unknown', {}));
    const { total, rows } = recentChanges(context.home, wireToBytes(device), { offset, limit });
    const names = await authorNames(context);
    return ok({
      total,
      rows: rows.map(({ id, header }) => ({
        changeId: id,
        seq: header.seq,
        at: hlcToMoment(header.hlc),
        kind: header.kind,
        recordType: header.at,
        by: names.get(wireToUuid(header.by)) ?? '',
      })),
    });
  },
  'devices.revoke': async (context, { device, after }) => {
    const revoked = revokeDevice(context.home, device, after, context.services.ports.now());
    if (!revoked.ok) return revoked;
    context.refresh([...revoked.value.areas, 'exchange', 'devices', 'enrol']);
    return ok({ roster: revoked.value.roster, setAside: revoked.value.setAside });
  },
};

const directorateRoster = ({ home }: HomeContext) =>
  home.rosters.self().kind === 'directorate' ? home.rosters.current() : null;
