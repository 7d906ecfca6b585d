import { describe, expect, it } from 'vitest';
import { addDays, addMonths, createRandom, daysBetween, workday } from './random.ts';

describe('createRandom', () => {
  it('draws the same numbers from the same seed on every machine', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 6 }, () => random.int(0, 999));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(draw(1)).toMatchInlineSnapshot(`
      [
        307,
        802,
        768,
        15,
        667,
        986,
      ]
    `);
  });

  it('draws every number of a range about equally often', () => {
    const random = createRandom(7);
    const counts = [0, 0, 0, 0, 0];
    for (let index = 0; index < 10_000; index += 1) {
      const drawn = random.int(0, 4);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('forks streams that do not disturb each other', () => {
    const random = createRandom(1);
    const before = createRandom(1).fork('a').next();
    random.next();
    random.fork('b').next();
    expect(random.fork('a').next()).toBe(before);
  });

  it('shuffles without losing anything and never picks what weighs nothing', () => {
    const random = createRandom(3);
    expect(random.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
    expect(random.sample([1, 2, 3], 5)).toHaveLength(3);
    const drawn = Array.from({ length: 100 }, () =>
      random.weighted([
        ['never', 0],
        ['always', 1],
      ]),
    );
    expect(new Set(drawn)).toEqual(new Set(['always']));
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('makes ids of the day in the shape of a UUIDv7', () => {
    const id = createRandom(1).id('2026-04-01');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const time = Number.parseInt(id.slice(0, 13).replace('-', ''), 16);
    expect(new Date(time).toISOString().slice(0, 10)).toBe('2026-04-01');
  });
});

describe('days', () => {
  it('cross months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });

  it('leave Friday and Saturday free', () => {
    expect(workday('2026-11-27')).toBe('2026-11-29');
    expect(workday('2026-11-28')).toBe('2026-11-29');
    expect(workday('2026-11-26')).toBe('2026-11-26');
  });
});
