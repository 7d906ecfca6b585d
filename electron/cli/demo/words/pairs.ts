/** A name as people write it, and in Latin letters as it stands in a passport or a phone's list. */
export type NamePair = { readonly written: string; readonly latin: string };

/** Reads `أحمد Ahmed, سعد Saad`: the part from the first Latin capital on is the Latin form. */
export function pairs(text: string): readonly NamePair[] {
  return text.split(/,\s*/).map((item) => {
    const [, written, latin] = /^([^A-Za-z]+) ([A-Z].*)$/.exec(item.trim()) ?? [];
    if (written === undefined || latin === undefined) throw new Error(`no pair of names: ${item}`);
    return { written, latin };
  });
}
