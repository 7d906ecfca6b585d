import type { AnyHoldingView } from '#shared/contract/holdings.ts';

/** A hand-over as it is typed. */
export type HandoverForm = {
  /** Id of the entry that it takes the place of. */
  readonly corrects: string | null;
  readonly date: string | null;
  readonly from: string;
  readonly to: string;
  readonly toSite: string | null;
  readonly giver: string;
  readonly receiver: string;
  readonly witness: string;
  readonly giverRole: string;
  readonly receiverRole: string;
  readonly signed: boolean;
  readonly unsignedWhy: string;
};

/** Begins where the last hand-over ended: who received it gives it. A correction begins with the words of the other. */
export function handoverFormOf({ handovers }: AnyHoldingView, corrects: string | null): HandoverForm {
  const replaced = new Set(handovers.map((entry) => entry.corrects));
  const wrong = corrects === null ? undefined : handovers.find(({ id }) => id === corrects);
  if (wrong) {
    const { date, from, to, toSite, giverRole, receiverRole, signed, unsignedWhy, names } = wrong;
    const { giver = '', receiver = '', witness = '' } = names ?? {};
    const entry = { date, from, to, toSite, giverRole, receiverRole, signed, unsignedWhy };
    return { ...entry, corrects, giver, receiver, witness };
  }
  const last = handovers.find(({ id }) => !replaced.has(id));
  return {
    corrects: null,
    date: null,
    from: last?.to ?? '',
    to: '',
    toSite: null,
    giver: '',
    receiver: '',
    witness: '',
    giverRole: last?.receiverRole ?? '',
    receiverRole: '',
    signed: true,
    unsignedWhy: '',
  };
}

/** What `holdings.handOver` takes, before it is judged. */
export const handoverInputOf = ({ corrects: _, ...form }: HandoverForm): unknown => ({
  ...form,
  unsignedWhy: form.signed ? '' : form.unsignedWhy,
});
