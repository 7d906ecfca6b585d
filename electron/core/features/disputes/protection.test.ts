/** @file What a party needs care for: what stays in the office, and what stays on one computer (docs/adr/0015). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWriter } from '#core/context.ts';
import { inTransaction } from '#core/db/transaction.ts';
import { run } from '#core/changes/statements.ts';
import { type BulkApp, createBulkApp } from '#core/testing/bulk-app.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';
import { carry, enrol, initHome } from '#core/testing/test-app.ts';
import type { DisputeInput } from '#shared/contract/disputes.ts';

type Flag = NonNullable<DisputeInput['parties'][number]['protection']>[number];

let directorate: BulkApp;
let office: BulkApp;
let fields: DisputeInput;
let disputeId: string;
let party: string;

beforeAll(async () => {
  [directorate, office] = [await createBulkApp(), await createBulkApp()];
  await initHome(directorate, 'directorate');
  await initHome(office, 'office');
  await enrol(directorate, office);
}, 30_000);
afterAll(async () => {
  await directorate.close();
  await office.close();
});
beforeEach(async () => {
  fields = withFlags(sampleDispute(), ['widow', 'gbv_concern']);
  ({ id: disputeId } = await office.call('disputes.open', { fields }));
  party = fields.parties[0]?.id ?? '';
});

const withFlags = (of: DisputeInput, protection: Flag[] | null): DisputeInput => ({
  ...of,
  parties: of.parties.map((one) => ({ ...one, protection })),
});
const read = (app: BulkApp) => app.call('disputes.get', { disputeId });
const edit = async (protection: Flag[] | null, heads?: Record<string, string[]>) =>
  office.call('disputes.edit', {
    disputeId,
    fields: withFlags(fields, protection),
    heads: heads ?? (await office.heads(disputeId)),
  });
const localEntries = (app: BulkApp): number =>
  app.rows<{ n: number }>('SELECT count(*) AS n FROM local_entry')[0]?.n ?? 0;
const local = () => `protectionLocal:${party}`;

describe('the flags of a party', () => {
  it('are one field, and each is kept as near as its level asks', async () => {
    expect(await read(office)).toMatchObject({
      parties: [{ protection: ['widow', 'gbv_concern'] }],
      localFlags: [{ party, flags: ['gbv_concern'] }],
    });
    const [inLog] = office.rows<{ v: string }>('SELECT v FROM val WHERE grp = ?', `protection:${party}`);
    expect(inLog?.v).toBe('{"flags":["widow"]}');
    expect(office.rows('SELECT 1 FROM chg WHERE instr(pay, CAST(? AS BLOB)) > 0', 'gbv_concern')).toEqual([]);
  });

  it('are kept at the office for the directorate, and of the nearest ones there is not even a trace', async () => {
    await carry(office, directorate);
    const seen = await read(directorate);
    expect(seen).toMatchObject({ parties: [{ name: null, protection: null }], localFlags: [] });
    expect(Object.keys(seen.heads)).not.toContain(local());
    expect(localEntries(directorate)).toBe(0);
    const told = JSON.stringify([seen, await directorate.call('records.history', { recordId: disputeId })]);
    expect(told).not.toContain('Local');
    expect(told).not.toContain('gbv');
  });

  it('stay as they are where the form did not show them', async () => {
    expect(await edit(null)).toMatchObject({ changedGroups: [] });
    expect((await read(office)).parties[0]?.protection).toEqual(['widow', 'gbv_concern']);
  });

  it('of this computer change without any change', async () => {
    const before = office.changes();
    expect(await edit(['widow'])).toMatchObject({ changedGroups: [local()] });
    expect(await edit(['widow', 'perceived_affiliation'])).toMatchObject({ changedGroups: [local()] });
    expect(office.changes()).toBe(before);
    expect((await read(office)).localFlags).toEqual([{ party, flags: ['perceived_affiliation'] }]);
  });

  it('of this computer are not overwritten by a form that had not seen them', async () => {
    const heads = await office.heads(disputeId);
    await edit(['widow']);
    await expectRefusal(office, 'disputes.edit', 'record/changed', {
      disputeId,
      fields: withFlags(fields, ['widow', 'perceived_affiliation']),
      heads,
    });
    await expectRefusal(office, 'disputes.edit', 'record/changed', {
      disputeId,
      fields: withFlags(fields, ['widow', 'perceived_affiliation']),
      heads: {},
    });
    expect((await read(office)).localFlags).toEqual([]);
  });

  it('of this computer stand in the history, newest first, with what was before', async () => {
    await edit(['widow']);
    const entries = (await office.call('records.history', { recordId: disputeId })).filter((entry) => entry.local);
    expect(entries.map(({ groups }) => groups)).toEqual([
      [{ group: local(), before: { flags: ['gbv_concern'] }, after: null, withheld: false }],
      [{ group: local(), before: null, after: { flags: ['gbv_concern'] }, withheld: false }],
    ]);
    expect(entries[0]).toMatchObject({ kind: 'local', role: 'hlp_supervisor' });
  });

  it('of this computer are named in no change, not even in that of a voiding', async () => {
    const heads = await office.heads(disputeId);
    const [id] = heads[local()] ?? [];
    await office.call('records.void', { recordId: disputeId, reason: 'x', heads });
    expect(id).toBeTypeOf('string');
    expect(office.rows('SELECT 1 FROM chg WHERE instr(pay, CAST(? AS BLOB)) > 0', id)).toEqual([]);
  });
});

describe('a local group', () => {
  const write = async (app: BulkApp, way: 'groups' | 'local', group = local()) => {
    let written: unknown;
    const heads = await app.heads(disputeId);
    await inTransaction(app.home().store, async () => {
      const value = { flags: ['gbv_concern'] };
      const writer = createWriter(app.home(), () => 0);
      written = writer.write({
        record: disputeId,
        at: 'dispute',
        kind: 'test.written',
        groups: way === 'groups' ? [{ group, value }] : [],
        local: way === 'local' ? [{ group, value }] : [],
        heads,
      });
      return { ok: true, value: null };
    });
    return written;
  };

  it('is refused in a change, and a group that travels is refused among the local ones', async () => {
    await expect(write(office, 'groups')).rejects.toThrow(/that a change may write/);
    await expect(write(office, 'local', `protection:${party}`)).rejects.toThrow(/no local group/);
    await expect(write(office, 'local', 'protectionLocal')).rejects.toThrow(/no local group/);
  });

  it('is not kept above about the record of an office', async () => {
    await carry(office, directorate);
    expect(await write(directorate, 'local')).toMatchObject({ ok: false, error: { code: 'record/not-yours' } });
    expect(localEntries(directorate)).toBe(0);
  });

  it('enters the digest of all, not that of what is open', async () => {
    const digest = async (scope: 'open' | 'all') => (await office.call('exchange.digest', { class: scope })).digest;
    const before = [await digest('open'), await digest('all')];
    await edit(['widow']);
    expect(await digest('open')).toBe(before[0]);
    expect(await digest('all')).not.toBe(before[1]);
  });

  it('is verified: an entry that was altered or taken out of its row is found', async () => {
    const verdict = async () =>
      (await office.call('exchange.verify', {})).checks.filter(({ ok }) => !ok).map(({ name }) => name);
    await edit(['widow']);
    expect(await verdict()).toEqual([]);
    const { raw } = office.home().store;
    raw.exec('DROP TRIGGER guard_local_entry_update; DROP TRIGGER guard_local_entry_delete');
    run(raw, 'UPDATE local_entry SET v = \'{"flags":[]}\' WHERE n = (SELECT min(n) FROM local_entry)');
    expect(await verdict()).toEqual(['local']);
    run(raw, 'DELETE FROM local_entry WHERE n = (SELECT min(n) FROM local_entry)');
    run(raw, 'DELETE FROM local_entry WHERE grp = ? AND version = 1', local());
    expect(await verdict()).toEqual(['local']);
  });
});
