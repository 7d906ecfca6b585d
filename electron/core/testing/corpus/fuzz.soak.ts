import { expectNoHarm } from './expect-no-harm.ts';

expectNoHarm(100_000, 3 * 3_600_000);
