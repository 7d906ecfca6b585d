import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowedMoves } from '#shared/domain/dispute-stage.ts';
import { DISPUTE_STAGE } from '#shared/domain/generated/code-lists.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { expectRefusal } from '#core/testing/refusals.ts';
import { sampleDispute } from '#core/testing/samples.ts';

type Stage = (typeof DISPUTE_STAGE)[number];

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());
beforeEach(() => signIn(place.office, 'hlp_supervisor'));

const date = '2026-02-20';

async function move(disputeId: string, to: Stage): Promise<void> {
  const heads = await place.office.heads(disputeId);
  const outcome = to === 'closed' ? ('full_agreement' as const) : null;
  await place.office.call('disputes.move', { disputeId, to, date, outcome, heads });
}

/** A new dispute, taken along the table to each stage that can be reached. */
async function disputeAt(stage: Stage): Promise<string> {
  const { id } = await place.office.call('disputes.open', { fields: sampleDispute() });
  for (const to of pathTo(stage)) await move(id, to);
  return id;
}

function pathTo(stage: Stage): Stage[] {
  const paths = new Map<Stage, Stage[]>([['intake', []]]);
  for (const [at, path] of paths) {
    for (const next of allowedMoves(at, null)) if (!paths.has(next)) paths.set(next, [...path, next]);
  }
  return paths.get(stage) ?? [];
}

describe('moving a dispute', () => {
  it.each(DISPUTE_STAGE)('from %s is refused to every stage the table does not name', async (from) => {
    const { office } = place;
    const disputeId = await disputeAt(from);
    const { stage, heads } = await office.call('disputes.get', { disputeId });
    expect(stage.code).toBe(from);
    for (const to of DISPUTE_STAGE) {
      if (stage.next.includes(to)) continue;
      const input = { disputeId, to, date, outcome: 'full_agreement', heads } as const;
      await expectRefusal(office, 'disputes.move', 'dispute/stage-not-allowed', input);
    }
    expect((await office.call('disputes.get', { disputeId })).stage).toEqual(stage);
  });

  it('is allowed wherever the table says so, and comes back from on hold to where it was', async () => {
    const { office } = place;
    const disputeId = await disputeAt('fact_finding');
    await move(disputeId, 'on_hold');
    const { stage } = await office.call('disputes.get', { disputeId });
    expect(stage).toMatchObject({ code: 'on_hold', heldFrom: 'fact_finding', since: date });
    expect(stage.next).toContain('fact_finding');
    await move(disputeId, 'fact_finding');
    expect((await office.call('disputes.get', { disputeId })).stage).toMatchObject({ heldFrom: null });
  });

  it('to closed asks for the outcome; what is closed is not edited', async () => {
    const { office } = place;
    const disputeId = await disputeAt(pathTo('closed').at(-2) ?? 'intake');
    const heads = await office.heads(disputeId);
    await expectRefusal(office, 'disputes.move', 'dispute/outcome-required', { disputeId, to: 'closed', date, heads });
    await move(disputeId, 'closed');
    const now = await office.heads(disputeId);
    const edit = { disputeId, fields: sampleDispute(), heads: now };
    await expectRefusal(office, 'disputes.edit', 'dispute/closed', edit);
  });

  it('out of closed is for a supervisor', async () => {
    const { office, users } = place;
    const disputeId = await disputeAt('closed');
    const mediators = [users.hlp_mediator];
    await office.call('disputes.assign', { disputeId, mediators, heads: await office.heads(disputeId) });
    const [to] = (await office.call('disputes.get', { disputeId })).stage.next as Stage[];
    if (!to) throw new Error('the table reopens nothing');
    const heads = await office.heads(disputeId);
    await signIn(office, 'hlp_mediator');
    await expectRefusal(office, 'disputes.move', 'dispute/supervisor-only', { disputeId, to, date, heads });
    await signIn(office, 'hlp_supervisor');
    await move(disputeId, to);
    expect((await office.call('disputes.get', { disputeId })).stage).toMatchObject({ code: to, outcome: null });
  });

  it('is not made over a move that was made meanwhile', async () => {
    const { office } = place;
    const disputeId = await disputeAt('intake');
    const heads = await office.heads(disputeId);
    await move(disputeId, 'on_hold');
    await move(disputeId, 'intake');
    await expectRefusal(office, 'disputes.move', 'record/changed', { disputeId, to: 'on_hold', date, heads });
  });
});
