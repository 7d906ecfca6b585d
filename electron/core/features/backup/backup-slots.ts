import type { KeyFile, Slot } from '#core/home/key-file.ts';
import type { KeyFiles } from '#core/home/key-files.ts';
import { leastArgon2Cost } from '#core/home/argon-calibration.ts';
import { parseRecoveryCode } from '#core/home/recovery-code.ts';
import {
  finderOfRecovery,
  finderOfUser,
  openNoSlot,
  openSlot,
  sealSlot,
  secretOfPassphrase,
} from '#core/home/slots.ts';
import { type AppError, refusal } from '#shared/errors/codes.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

export type Right = {
  readonly dek: Uint8Array;
  /** Slot of the person who restores. */
  readonly slotId: string;
  /** The key file of the restored home: the slots of the backup, and one for that person. */
  readonly keyFile: KeyFile;
};

/**
 * Opens the key file of a backup with the recovery code, which makes a slot for the named person, or with name and
 * passphrase of an administrator whose slot is in it. Nothing is counted: the file can be tried anywhere.
 */
export async function proveRight(
  file: KeyFile,
  by: { readonly recoveryCode: string | null; readonly user: string; readonly passphrase: string },
  { cost }: Pick<KeyFiles, 'cost'>,
): Promise<Result<Right, AppError<'recovery/mistyped' | 'recovery/wrong' | 'backup/refused'>>> {
  const secret = secretOfPassphrase(by.passphrase);
  const finder = finderOfUser(file.fileSalt, by.user);
  if (by.recoveryCode === null) {
    const slot = file.slots.find((one) => one.finder === finder && one.kind === 'administrator');
    const dek = slot ? await openSlot(slot, secret) : await openNoSlot(file, finder, secret, cost ?? leastArgon2Cost);
    if (!slot || !dek) return err(refusal('backup/refused', {}));
    return ok({ dek, slotId: slot.id, keyFile: file });
  }
  const code = parseRecoveryCode(by.recoveryCode);
  if (!code.ok) return code;
  const recovery = file.slots.find((one) => one.finder === finderOfRecovery(file.fileSalt) && one.kind === 'recovery');
  const dek = recovery ? await openSlot(recovery, code.value) : null;
  if (!recovery || !dek) return err(refusal('recovery/wrong', {}));
  const { memoryKiB, passes } = cost ?? recovery.params;
  const old = file.slots.find((one) => one.finder === finder);
  const form = { kind: 'administrator' as const, finder, ...(old ? { id: old.id } : {}) };
  const slot: Slot = await sealSlot(form, dek, secret, { memoryKiB, passes });
  const others = file.slots.filter((one) => one !== old);
  return ok({ dek, slotId: slot.id, keyFile: { ...file, slots: [...others, slot] } });
}
