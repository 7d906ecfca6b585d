import { describe, expect, it } from 'vitest';
import { conflictRule, joinAccounts } from './conflict-rules.ts';

describe('the rule of a group', () => {
  it('tells accounts of what happened from entries of which one is right', () => {
    expect(conflictRule('dispute', 'narrative')).toEqual({ nature: 'accounts', texts: ['text'], whole: false });
    expect(conflictRule('meeting', 'issueText:7').nature).toBe('accounts');
    expect(conflictRule('forum', 'voidReason').nature).toBe('accounts');
    expect(conflictRule('dispute', 'partyName:7')).toMatchObject({ nature: 'clerical', texts: ['name', 'phone'] });
  });

  it('keeps together what has rules of its own, and what it does not know', () => {
    for (const group of ['stage', 'number', 'void', 'mediator:7', 'of a newer program']) {
      expect(conflictRule('dispute', group)).toMatchObject({ nature: 'clerical', whole: true });
    }
    expect(conflictRule('of a newer program', 'narrative').whole).toBe(true);
  });
});

describe('accounts that are kept both', () => {
  it('stand one after the other, each over who wrote it', () => {
    const text = joinAccounts([
      { text: 'رأيت الدار خالية. ', by: 'أمل', nodeName: 'مكتب الموصل', date: '2026-03-01' },
      { text: 'كانت الدار مسكونة.', by: '', nodeName: 'المديرية', date: '2026-03-02' },
    ]);
    expect(text).toBe(
      'رأيت الدار خالية.\n— أمل · مكتب الموصل · \u20662026-03-01\u2069\n\nكانت الدار مسكونة.\n— المديرية · \u20662026-03-02\u2069',
    );
  });
});
