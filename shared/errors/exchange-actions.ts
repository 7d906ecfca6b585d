/** @file What a person does about each code of the exchange; the sentences stand under `exchange:todo.<action>`. */
import type { ExchangeCode } from './exchange-codes.ts';

export const EXCHANGE_ACTIONS = [
  'copy-again',
  'new-file',
  'call-sender',
  'call-directorate',
  'update',
  'pass-on',
  'choose-other',
  'wait',
  'exchange-both',
  'enter-again',
  'attach-again',
  'look-at-record',
] as const;
export type ExchangeAction = (typeof EXCHANGE_ACTIONS)[number];

/** Every code has one; a code of a newer program is answered by asking for a new file. */
export const exchangeAction = (code: string): ExchangeAction =>
  Object.hasOwn(actions, code) ? actions[code as ExchangeCode] : 'new-file';

const actions: Readonly<Record<ExchangeCode, ExchangeAction>> = {
  'bundle/not-age': 'choose-other',
  'bundle/header-too-large': 'copy-again',
  'bundle/not-for-us': 'pass-on',
  'bundle/truncated': 'copy-again',
  'bundle/corrupt': 'copy-again',
  'bundle/bad-form': 'new-file',
  'bundle/too-new': 'update',
  'bundle/bad-signature': 'call-sender',
  'bundle/unknown-device': 'call-directorate',
  'bundle/revoked': 'call-directorate',
  'bundle/wrong-destination': 'pass-on',
  'link/gap': 'wait',
  'link/fork': 'exchange-both',
  'link/stale-epoch': 'new-file',
  'link/rollback-of-you': 'exchange-both',
  'link/rollback-of-me': 'exchange-both',
  'section/length': 'copy-again',
  'section/hash': 'copy-again',
  'section/bomb': 'new-file',
  'section/form': 'new-file',
  'change/form': 'enter-again',
  'change/commitment': 'new-file',
  'change/signature': 'new-file',
  'change/unauthorised': 'enter-again',
  'change/held-roster': 'wait',
  'change/unknown-kind': 'update',
  'change/constraint': 'enter-again',
  'change/late-owner': 'look-at-record',
  'change/held-owner': 'wait',
  'change/revoked': 'call-directorate',
  'blob/range': 'wait',
  'blob/hash': 'attach-again',
  'blob/type': 'attach-again',
  'blob/size': 'attach-again',
  'roster/old': 'wait',
  'roster/conflicting': 'call-directorate',
  'roster/bad-chain': 'call-directorate',
};
