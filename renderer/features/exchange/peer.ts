import type { OutputOf } from '#shared/contract/contract.ts';

export type Peer = OutputOf<'exchange.status'>['peers'][number];
