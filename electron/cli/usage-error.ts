/** @file Wrong usage: the command line was not understood, or lacks what cannot be asked for. Exit 2. */
import type { i18n } from 'i18next';

export type UsageReason =
  | 'no-command'
  | 'unknown-command'
  | 'arguments'
  | 'foreign-option'
  | 'missing-option'
  | 'missing-argument'
  | 'extra-argument'
  | 'bad-value'
  | 'no-passphrase'
  | 'not-json'
  | 'cannot-read'
  | 'port-taken';

export class UsageError extends Error {
  readonly reason: UsageReason;
  readonly params: Readonly<Record<string, string>>;
  constructor(reason: UsageReason, params: Readonly<Record<string, string>>) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}

export const usage = (reason: UsageReason, params: Readonly<Record<string, string>> = {}): UsageError =>
  new UsageError(reason, params);

/** What was wrong, in the person's language. */
export function usageSentence(words: i18n, { reason, params }: UsageError): string {
  switch (reason) {
    case 'no-command':
      return words.t('cli:fault.noCommand');
    case 'unknown-command':
      return words.t('cli:fault.unknownCommand', params);
    case 'arguments':
      return words.t('cli:fault.arguments', params);
    case 'foreign-option':
      return words.t('cli:fault.foreignOption', params);
    case 'missing-option':
      return words.t('cli:fault.missingOption', params);
    case 'missing-argument':
      return words.t('cli:fault.missingArgument', params);
    case 'extra-argument':
      return words.t('cli:fault.extraArgument', params);
    case 'bad-value':
      return words.t('cli:fault.badValue', params);
    case 'no-passphrase':
      return words.t('cli:fault.noPassphrase');
    case 'not-json':
      return words.t('cli:fault.notJson', params);
    case 'cannot-read':
      return words.t('cli:fault.cannotRead', params);
    case 'port-taken':
      return words.t('cli:fault.portTaken', params);
  }
}
