import type { Handler, HomeContext, Services } from '#core/context.ts';
import { devicesFor } from '#core/exchange/links.ts';
import { heedReceipt, leaveReceipt } from '#core/exchange/stick-receipt.ts';
import { writeOut } from '#core/exchange/write-out.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import type { CodeOf } from '#shared/contract/contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export const writeBundleFor: Handler<'exchange.write'> = async (context, { to, peer, budgetBytes }) => {
  const { home, services } = context;
  if (home.rosters.self().roster === 0) return err(refusal('node/not-enrolled', {}));
  const device = choosePeer(context, peer);
  if (!device.ok) return device;
  // A stick may show that this home went back: better known before a number is used again.
  const stick = to === null ? null : await services.files.stickFolder(to);
  if (stick?.ok && (await heedReceipt(services, home, stick.value))) context.refresh(['exchange', 'notices']);
  let fetched = null as { readonly name: string; readonly token: string } | null;
  const written = await writeOut(services, home, device.value, budgetBytes, async (name) => {
    const target = await services.files.target(to, name);
    if (target.ok && target.value.fetch !== null) fetched = { name, token: target.value.fetch };
    return target;
  });
  if (!written.ok) return err(await writeFault(services, to, written.error));
  if (stick?.ok) await leaveReceipt(home, stick.value);
  context.refresh(['exchange']);
  // A file that is fetched lies in the spool under a random name, which tells the person nothing.
  const file = fetched?.name ?? written.value.file;
  return ok({ ...written.value, file, download: fetched?.token ?? null });
};

/** The one device that a node id or device id stands for; null where there is but one neighbour. */
export function choosePeer(
  { home }: HomeContext,
  wanted: string | null,
): Result<Uint8Array, AppError<'exchange/no-peer' | 'exchange/which-peer'>> {
  const fit = devicesFor(home.store.raw, home.rosters, wanted);
  const [first, second] = fit;
  if (!first) return err(refusal('exchange/no-peer', {}));
  return second ? err(refusal('exchange/which-peer', { peers: fit.map(({ node }) => node) })) : ok(first.dev);
}

type WriteCode = CodeOf<'exchange.write'>;

/** A stick pulled out says anything between "not found" and "unknown error": what counts is whether it is still in. */
async function writeFault(services: Services, to: string | null, error: AppError): Promise<AppError<WriteCode>> {
  const unclear = error.code === 'file/not-found' || error.code === 'file/cannot-write';
  if (unclear && to !== null && !(await services.files.isThere(to))) return refusal('file/stick-gone', {});
  return (error.code === 'file/not-found' ? refusal('file/cannot-write', {}) : error) as AppError<WriteCode>;
}
