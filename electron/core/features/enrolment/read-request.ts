import type { Handler } from '#core/context.ts';
import { limits } from '#core/changes/limits.ts';
import { toBase64Url } from '#core/crypto/bytes.ts';
import { readRequest } from '#core/exchange/enrolment.ts';
import type { Roster } from '#core/exchange/roster.ts';
import { placeList } from '#core/features/reference/code-lists.ts';
import type { Ports } from '#core/ports.ts';
import { nextOfficeCode } from '#shared/domain/office-code.ts';
import { governorateOf } from '#shared/domain/places.ts';
import { refusal } from '#shared/errors/codes.ts';
import { err, ok } from '#shared/lib/result.ts';
import { readSmallFile } from './small-files.ts';

export const readRequestFile: Handler<'enrol.readRequest'> = async (context, { file }) => {
  const roster = context.home.rosters.current();
  if (context.home.rosters.self().kind !== 'directorate' || !roster) {
    return err(refusal('node/not-the-directorate', {}));
  }
  const bytes = await readSmallFile(context, file, limits.enrolmentRequestBytes);
  if (!bytes.ok) return bytes;
  const read = await readRequest(bytes.value);
  if (!read.ok) return err(refusal(read.error.code, {}));
  const { kind, name, place, services } = read.value.request;
  return ok({
    kind,
    name,
    place,
    services: [...services],
    fingerprint: read.value.fingerprint,
    code: kind === 'office' ? proposeCode(context.services.ports, roster, place) : '',
    alreadyEnrolled: roster.devicesById.has(toBase64Url(read.value.device)),
  });
};

/** The next free code of the governorate the office lies in. */
export function proposeCode(ports: Ports, roster: Roster, place: string | null): string {
  const governorate = place === null ? null : governorateOf(placeList(ports), place);
  const taken = roster.nodes.flatMap(({ code }) => code ?? []);
  return nextOfficeCode(governorate, taken) ?? '';
}
