import { describe, expect, it } from 'vitest';
import { parseTime } from './times.ts';

describe('parseTime', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    [' 16 : 05 ', '16:05'],
    ['٩:٣٠', '09:30'],
    ['۱۶:۰۰', '16:00'],
    ['9', '09:00'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('reads %s as %s', (typed, time) => {
    expect(parseTime(typed)).toEqual({ ok: true, value: time });
  });

  it.each(['', '24:00', '12:60', '9:3', '9:300', 'noon', '-1', '1:2:3'])('refuses %s', (typed) => {
    expect(parseTime(typed)).toEqual({ ok: false, error: { code: 'field/bad-time' } });
  });
});
