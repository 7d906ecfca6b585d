import { describe, expect, it } from 'vitest';
import { createI18n, errorKey } from '#shared/locales/i18n.ts';
import { ALL_RESOURCES } from '#shared/locales/all-resources.ts';
import { LANGUAGES } from '#shared/text/languages.ts';
import { EXCHANGE_ACTIONS, exchangeAction } from './exchange-actions.ts';
import { EXCHANGE_CODES } from './exchange-codes.ts';

describe.each(LANGUAGES)('in %s', (language) => {
  const { t, exists } = createI18n(language, ALL_RESOURCES[language], { digits: 'latin' });

  it.each(Object.keys(EXCHANGE_CODES))('%s says what happened and what to do', (code) => {
    expect(exists(errorKey(code))).toBe(true);
    expect(t(`exchange:todo.${exchangeAction(code)}`).length).toBeGreaterThan(10);
  });
});

it('each action answers some code, and an unknown code gets one that always helps', () => {
  const used = new Set(Object.keys(EXCHANGE_CODES).map(exchangeAction));
  expect([...used].toSorted()).toEqual([...EXCHANGE_ACTIONS].toSorted());
  expect(exchangeAction('change/of-a-newer-program')).toBe('new-file');
});
