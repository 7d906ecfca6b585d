/**
 * @file The one door to zod. `jitless` must be set before the first schema is made: its `new Function` probe
 * would break the window's content security policy.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
