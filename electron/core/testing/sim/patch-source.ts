/** @file Changes a source of the core as it is loaded, in this thread alone. */
import { registerHooks } from 'node:module';

export type Patch = { readonly file: string; readonly from: string | RegExp; readonly to: string };

/** Must run before the core is imported. */
export function patchSource({ file, from, to }: Patch): void {
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      if (!url.endsWith(file)) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
      const patched = source.replace(from, to);
      if (patched === source) throw new Error(`${file} has no such place any more`);
      return { ...loaded, source: patched };
    },
  });
}
