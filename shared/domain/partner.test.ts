import { describe, expect, it } from 'vitest';
import { nameIn } from './partner.ts';

describe('a name in three languages', () => {
  const full = { en: 'Germany', 'ar-IQ': 'ألمانيا', 'ckb-IQ': 'ئەڵمانیا' };

  it('is told in the language of the reader', () => {
    expect(nameIn(full, 'ckb-IQ')).toBe('ئەڵمانیا');
  });

  it('is told in the next best language where it is missing', () => {
    expect(nameIn({ ...full, 'ckb-IQ': '' }, 'ckb-IQ')).toBe('ألمانيا');
    expect(nameIn({ ...full, en: '' }, 'en')).toBe('ألمانيا');
    expect(nameIn({ en: 'Germany', 'ar-IQ': '', 'ckb-IQ': '' }, 'ar-IQ')).toBe('Germany');
  });
});
