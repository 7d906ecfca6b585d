/**
 * @file Unlocking, with a wait after failures: 1, 2, 4 … 60 seconds. The count is on disk; the wait runs on the
 * monotonic clock of this process and starts anew after a restart, so neither setting the PC's clock nor restarting
 * shortens it. Guessing offline is held off by Argon2 alone.
 */
import { err, ok, type Result } from '#shared/lib/result.ts';
import { leastArgon2Cost } from './argon-calibration.ts';
import { type KeyFile, type KeyFileError, readKeyFile, type Slot, writeKeyFile } from './key-file.ts';
import { inTurn, type KeyFiles } from './key-files.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import { finderOfRecovery, finderOfUser, openNoSlot, openSlot, secretOfPassphrase } from './slots.ts';

export type Unlocked = { readonly dek: Uint8Array; readonly slotId: string };

export type WaitError = { readonly code: 'session/wait'; readonly params: { readonly seconds: number } };
/** One answer, after one derivation, for an unknown name and a wrong passphrase. */
export type RefusedError = { readonly code: 'session/refused'; readonly params: { readonly waitMs: number } };
export type RecoveryError = {
  readonly code: 'recovery/mistyped' | 'recovery/wrong';
  readonly params: Record<string, never>;
};

/** `session/wait`: a wait still runs; nothing was derived, and the attempt is not counted. */
export async function unlockWithPassphrase(
  keys: KeyFiles,
  user: string,
  passphrase: string,
): Promise<Result<Unlocked, RefusedError | WaitError | KeyFileError>> {
  const tried = await attempt(keys, (file) => finderOfUser(file.fileSalt, user), secretOfPassphrase(passphrase));
  if (!tried.ok) return tried;
  const { unlocked, waitMs } = tried.value;
  return unlocked === null ? err({ code: 'session/refused', params: { waitMs } }) : ok(unlocked);
}

/** `recovery/mistyped` is found by the checksum alone: nothing was derived, and the attempt is not counted. */
export async function unlockWithRecovery(
  keys: KeyFiles,
  typedCode: string,
): Promise<Result<Unlocked, RecoveryError | WaitError | KeyFileError>> {
  const secret = parseRecoveryCode(typedCode);
  if (!secret.ok) return secret;
  const tried = await attempt(keys, (file) => finderOfRecovery(file.fileSalt), secret.value);
  if (!tried.ok) return tried;
  const { unlocked } = tried.value;
  return unlocked === null ? err({ code: 'recovery/wrong', params: {} }) : ok(unlocked);
}

/** What the wait after so many failures is. */
export function waitMsAfter(failures: number): number {
  return failures === 0 ? 0 : Math.min(2 ** (failures - 1), 60) * 1000;
}

type Attempt = { readonly unlocked: Unlocked | null; readonly waitMs: number };

function attempt(
  keys: KeyFiles,
  finderIn: (file: KeyFile) => string,
  secret: Uint8Array,
): Promise<Result<Attempt, WaitError | KeyFileError>> {
  return inTurn(keys, async () => {
    const read = await readKeyFile(keys.folder);
    if (!read.ok) return read;
    const failures = Math.max(read.value.failures, keys.wait.failures);
    const until = keys.wait.until ?? keys.startedAt + waitMsAfter(failures);
    const leftMs = until - keys.monotonic();
    if (leftMs > 0) return err({ code: 'session/wait', params: { seconds: Math.ceil(leftMs / 1000) } });

    // Counted before it is known how it ends, or pulling the plug in time would make every guess free.
    const file = await writeFailures(keys, read.value, failures + 1);
    const unlocked = await tryToOpen(keys, file, finderIn(file), secret);
    const failuresNow = unlocked === null ? failures + 1 : 0;
    if (unlocked !== null) await writeFailures(keys, file, 0);
    const waitMs = waitMsAfter(failuresNow);
    keys.wait.failures = failuresNow;
    keys.wait.until = keys.monotonic() + waitMs;
    return ok({ unlocked, waitMs });
  });
}

async function tryToOpen(keys: KeyFiles, file: KeyFile, finder: string, secret: Uint8Array): Promise<Unlocked | null> {
  const slot: Slot | undefined = file.slots.find((candidate) => candidate.finder === finder);
  if (slot === undefined) return openNoSlot(file, finder, secret, keys.cost ?? leastArgon2Cost);
  const dek = await openSlot(slot, secret);
  return dek === null ? null : { dek, slotId: slot.id };
}

/** A full disk must not lock people out: then the count lives in this process alone. */
async function writeFailures(keys: KeyFiles, file: KeyFile, failures: number): Promise<KeyFile> {
  const written = await writeKeyFile(keys.folder, { ...file, failures }, false);
  return written.ok ? written.value : file;
}
