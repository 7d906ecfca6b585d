/** @file Notices through dispatch: what is shown, in which words, and what dismissing does. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { raiseNotice, settleNotices } from '#core/exchange/notices.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { enrol, initHome } from '#core/testing/test-app.ts';
import { NOTICE_KINDS } from '#shared/domain/notice-kinds.ts';
import { createI18n } from '#shared/locales/i18n.ts';
import { ALL_RESOURCES } from '#shared/locales/all-resources.ts';
import { LANGUAGES } from '#shared/text/languages.ts';
import { ok } from '#shared/lib/result.ts';

let directorate: BulkApp;
let office: BulkApp;
beforeAll(async () => {
  directorate = await createBulkApp();
  office = await createBulkApp();
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
}, 30_000);
afterAll(async () => {
  await office.close();
  await directorate.close();
});

const at = '2026-03-01T08:00:00.000Z';
const raise = (notice: Omit<Parameters<typeof raiseNotice>[1], 'at'>) =>
  inTransaction(directorate.home().store, async () => ok(raiseNotice(directorate.home().store.raw, { ...notice, at })));
const list = (all = false) => directorate.call('notices.list', { all });

it('shows each unseen notice once, named after the office it is about, until it is dismissed', async () => {
  const peer = office.home().rosters.self().device;
  await raise({ kind: 'fork', peer, detail: { number: 6 } });
  await raise({ kind: 'fork', peer, detail: { number: 7 } });
  await raise({ kind: 'rolled-back', peer: null, detail: {} });
  const [own, fork, ...rest] = await list();
  expect(rest).toEqual([]);
  expect(fork).toMatchObject({ kind: 'fork', name: 'office', number: 7, date: at, seen: false });
  expect(fork?.node).toBe(office.home().rosters.self().node);
  expect(own).toMatchObject({ kind: 'rolled-back', name: 'directorate', number: 0 });
  await directorate.call('notices.dismiss', { noticeId: fork?.id ?? 0 });
  expect((await list()).map(({ kind }) => kind)).toEqual(['rolled-back']);
  await raise({ kind: 'fork', peer, detail: { number: 8 } });
  expect((await list(true)).map(({ kind, number, seen }) => [kind, number, seen])).toEqual([
    ['fork', 8, false],
    ['rolled-back', 0, false],
    ['fork', 7, true],
  ]);
  await expectRefusal(directorate, 'notices.dismiss', 'notice/not-found', { noticeId: 99 });
});

it('shows no more what has settled itself', async () => {
  await raise({ kind: 'series-provisional', peer: null, detail: {} });
  settleNotices(directorate.home().store.raw, 'series-provisional');
  expect((await list()).map(({ kind }) => kind)).not.toContain('series-provisional');
});

it.each(LANGUAGES)('has the four sentences of every kind in %s, with nothing left open', (language) => {
  const i18n = createI18n(language, ALL_RESOURCES[language], { digits: 'latin' });
  for (const kind of NOTICE_KINDS) {
    for (const part of ['title', 'what', 'safe', 'now']) {
      const text = i18n.t(`notices:kind.${kind}.${part}`, { name: 'X', date: at, number: 3 });
      expect(text).not.toMatch(/notices:|\{\{|undefined/);
      expect(text.length).toBeGreaterThan(10);
    }
  }
});
