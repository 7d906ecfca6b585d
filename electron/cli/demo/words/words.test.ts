import { describe, expect, it } from 'vitest';
import { DISPUTE_STAGE } from '#shared/domain/generated/code-lists.ts';
import { canMove, closingOutcomes, heldFromAfter } from '#shared/domain/dispute-stage.ts';
import { PATHS } from '#electron/cli/demo/dispute-paths.ts';
import { HOME_DISPUTES } from './disputes-homes.ts';
import { LAND_DISPUTES } from './disputes-land.ts';
import { slotsOf } from './language.ts';
import { ISSUE_SETS, MEETING_WORDS, VOID_REASONS } from './meeting-words.ts';
import { CORRECTED_STEP, MOVE_REASONS } from './move-words.ts';
import { ARABIC_FAMILY, ARABIC_FEMALE, ARABIC_MALE } from './names-arabic.ts';
import { KURDISH_FAMILY, KURDISH_FEMALE, KURDISH_MALE } from './names-kurdish.ts';
import { ESTABLISHED_BY, SITES, VENUES } from './places.ts';
import { STEPS_BY_STAGE } from './step-words.ts';

const DISPUTES = [...HOME_DISPUTES, ...LAND_DISPUTES];
const lists = { ARABIC_FAMILY, ARABIC_FEMALE, ARABIC_MALE, KURDISH_FAMILY, KURDISH_FEMALE, KURDISH_MALE };

describe('names', () => {
  it.each(Object.entries(lists))('%s holds sixty or more, none twice, in the letters of its language', (key, names) => {
    expect(names.length).toBeGreaterThanOrEqual(60);
    expect(new Set(names.map((name) => name.written)).size).toBe(names.length);
    const foreign = key.startsWith('ARABIC') ? /[کیەڵڕۆێ]/ : /[كيىةأإؤ]/;
    for (const { written, latin } of names) {
      expect(written).not.toMatch(foreign);
      expect(latin).toMatch(/^[A-Z][A-Za-z' -]+$/);
    }
  });
});

describe('letters', () => {
  const arabic = JSON.stringify([
    [ISSUE_SETS, DISPUTES].flat().map((set) => set.words['ar-IQ']),
    [STEPS_BY_STAGE, MOVE_REASONS, MEETING_WORDS, VENUES, ESTABLISHED_BY, VOID_REASONS, CORRECTED_STEP].map(
      (words) => words['ar-IQ'],
    ),
    SITES.map((site) => [site.name.ar, site.quarters.map((quarter) => quarter.ar)]),
  ]);
  const kurdish = JSON.stringify([
    [ISSUE_SETS, DISPUTES].flat().map((set) => set.words['ckb-IQ']),
    [STEPS_BY_STAGE, MOVE_REASONS, MEETING_WORDS, VENUES, ESTABLISHED_BY, VOID_REASONS, CORRECTED_STEP].map(
      (words) => words['ckb-IQ'],
    ),
    SITES.map((site) => [site.name.ckb, site.quarters.map((quarter) => quarter.ckb)]),
  ]);

  it('of Arabic and Kurdish are not mixed up', () => {
    expect(arabic.match(/[^"]*[کیەڵڕۆێ][^"]*/)?.[0]).toBeUndefined();
    expect(kurdish.match(/[^"]*[كيىةأإؤ][^"]*/)?.[0]).toBeUndefined();
  });
});

describe('sets', () => {
  it('are many enough, each code once', () => {
    expect(ISSUE_SETS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(ISSUE_SETS.map((set) => set.issue)).size).toBe(ISSUE_SETS.length);
    expect(DISPUTES.length).toBeGreaterThanOrEqual(20);
    expect(new Set(DISPUTES.map((set) => set.type)).size).toBe(DISPUTES.length);
  });

  it('use the slots that are filled, and name the other party where there is one', () => {
    for (const { type, other, words } of DISPUTES) {
      for (const { narrative, property } of Object.values(words)) {
        const slots = new Set(slotsOf(narrative));
        expect(slots.has('other'), type).toBe(other !== null);
        expect(
          [...slots].every((slot) => ['other', 'year', 'document', 'quarter'].includes(slot)),
          type,
        ).toBe(true);
        expect(
          slotsOf(property).every((slot) => slot === 'quarter'),
          type,
        ).toBe(true);
      }
    }
  });

  it('have words for every stage, also for cases without another party where such cases pass', () => {
    for (const steps of Object.values(STEPS_BY_STAGE)) {
      for (const stage of DISPUTE_STAGE) expect(steps[stage]?.length, stage).toBeGreaterThan(0);
      const alone = DISPUTES.filter((set) => set.other === null).flatMap((set) => set.paths);
      for (const stop of alone.flatMap((name) => PATHS[name])) {
        expect(
          steps[stop.to]?.some((step) => !slotsOf(step.text).includes('other')),
          stop.to,
        ).toBe(true);
      }
    }
  });
});

describe('paths', () => {
  it.each(Object.entries(PATHS))('%s is a walk through the stage table to its end', (_, stops) => {
    let stage: string | null = null;
    let heldFrom: string | null = null;
    for (const { to, outcomes = [] } of stops) {
      expect(canMove(stage, to, heldFrom).ok, `${stage} to ${to}`).toBe(true);
      expect(closingOutcomes(stage ?? '')).toEqual(expect.arrayContaining([...outcomes]));
      expect(outcomes.length > 0).toBe(to === 'closed');
      heldFrom = heldFromAfter(stage, to);
      stage = to;
    }
    expect(stage).toBe('closed');
  });
});
