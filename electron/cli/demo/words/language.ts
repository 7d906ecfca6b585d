/** Languages the invented records are written in. */
export type Language = 'ar-IQ' | 'ckb-IQ';

/** Puts values into the `{slots}` of a phrase; a slot without a value is a mistake in the words. */
export function fill(phrase: string, slots: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`no value for ${slot}`);
    return value;
  });
}

/** Names of the slots in a phrase. */
export function slotsOf(phrase: string): string[] {
  return [...phrase.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
}
