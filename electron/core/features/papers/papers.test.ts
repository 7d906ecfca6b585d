import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { noRecord, noToken } from '#core/testing/unlike-ids.ts';

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
beforeEach(() => signIn(place.office, 'policing_officer'));
afterAll(() => place.close());

const minutes = () => ({ kind: 'minutes', of: place.ids.meeting, part: '' }) as const;
const printed = (copy: number) =>
  ({ ...minutes(), copy, language: 'ckb-IQ', purpose: 'file', way: 'printed' }) as const;

describe('a copy of a paper', () => {
  it('gets the next number, and stands in the audit with its record', async () => {
    const { office, ids } = place;
    expect(await office.call('papers.next', minutes())).toMatchObject({ copy: 1, earlier: [] });
    expect(await office.call('papers.print', printed(1))).toEqual({ copy: 1 });
    await office.call('papers.print', { ...printed(2), way: 'saved' });
    const { copy, by, earlier } = await office.call('papers.next', minutes());
    expect(copy).toBe(3);
    expect(earlier).toMatchObject([
      { copy: 2, way: 'saved', by },
      { copy: 1, way: 'printed', language: 'ckb-IQ', purpose: 'file', by },
    ]);
    const other = { ...minutes(), part: 'another' };
    expect(await office.call('papers.next', other)).toMatchObject({ copy: 1 });
    await signIn(office, 'auditor');
    const { rows } = await office.call('audit.list', {});
    expect(rows.filter(({ method }) => method === 'papers.print')).toMatchObject([
      { recordId: ids.meeting, outcome: 'ok' },
      { recordId: ids.meeting, outcome: 'ok' },
    ]);
  });

  it('keeps the number that is drawn on it: two windows do not print the same one', async () => {
    const { office } = place;
    const { copy } = await office.call('papers.next', minutes());
    await office.call('papers.print', printed(copy));
    await expectRefusal(office, 'papers.print', 'paper/copy-taken', printed(copy));
    await expectRefusal(office, 'papers.print', 'paper/copy-taken', printed(copy + 2));
  });

  it('is only added to', () => {
    const raw = place.services.home.open?.store.raw;
    expect(() => raw?.prepare('DELETE FROM paper_copy').run()).toThrow(/only added to/);
    expect(() => raw?.prepare("UPDATE paper_copy SET user = 'x'").run()).toThrow(/only added to/);
  });
});

describe('the wall', () => {
  it('tells nobody of papers about records that this person may not see', async () => {
    const { office, ids } = place;
    await expectRefusal(office, 'papers.next', 'record/not-found', { ...minutes(), of: noRecord });
    await expectRefusal(office, 'papers.next', 'record/not-found', { ...minutes(), of: ids.dispute });
    await signIn(office, 'hlp_supervisor');
    await expectRefusal(office, 'papers.next', 'record/not-found', minutes());
    await expectRefusal(office, 'papers.print', 'record/not-found', printed(1));
    await expectRefusal(office, 'papers.next', 'record/not-found', { kind: 'waybill', of: noRecord, part: '1' });
    await signIn(office, 'merge_clerk');
    expect(await office.call('papers.next', { kind: 'waybill', of: noRecord, part: '1' })).toMatchObject({ copy: 1 });
  });
});

describe('saving', () => {
  it('writes the PDF into the chosen folder alone, from memory', async () => {
    const { office } = place;
    const folder = mkdtempSync(path.join(tmpdir(), 'jisr-save-'));
    const token = office.app.grantPath(folder, 'folder');
    const data = Buffer.from('%PDF-1.4 text').toString('base64');
    const name = 'minutes-2026-3.pdf';
    expect(await office.call('papers.save', { folder: token, name, data })).toEqual({ file: name, bytes: 13 });
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(path.join(folder, name), 'latin1')).toBe('%PDF-1.4 text');
    const page = Buffer.from('<html>').toString('base64');
    await expectRefusal(office, 'papers.save', 'paper/not-a-pdf', { folder: token, name, data: page });
    await expectRefusal(office, 'papers.save', 'file/unknown-token', { folder: noToken, name, data });
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    await expectRefusal(office, 'papers.save', 'file/cannot-write', { folder: token, name, data });
    rmSync(folder);
    expect(await office.refused('papers.save', { folder: token, name: '../x.pdf', data })).toBe('call/bad-input');
  });

  it('has no PDF of its own: hosts make them', async () => {
    await expectRefusal(place.office, 'host.makePdf', 'host/no-pdf', { ...minutes(), language: 'en' });
  });
});
