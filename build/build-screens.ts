/** @file Builds `out/` where it is older than a source, for `jisr serve`. */
import { ensureBuilt } from './built.ts';

await ensureBuilt();
