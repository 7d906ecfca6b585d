/** @file Before any journey: the built application, made anew where a source is newer. */
import { ensureBuilt } from '#build/built.ts';

// biome-ignore lint/style/noDefaultExport: Playwright takes the default export of its global set-up
export default ensureBuilt;
