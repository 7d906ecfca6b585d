import { expectNoHarm } from './expect-no-harm.ts';

expectNoHarm(5000, 600_000);
