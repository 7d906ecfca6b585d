/** @file Compares docs/permissions.md with what every method really does for every role. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import { ROLES, type Role } from '#shared/domain/permissions.ts';
import { createInputs, methodNames as methods } from '#core/testing/method-inputs.ts';
import { createPeopledOffice, type PeopledOffice, signIn } from '#core/testing/peopled-office.ts';
import { createTestApp, initHome } from '#core/testing/test-app.ts';

type Cell = 'may' | '-' | 'assigned' | 'own';

const table = readTable();

let place: PeopledOffice;
beforeAll(async () => {
  place = await createPeopledOffice();
}, 30_000);
afterAll(() => place.close());

describe('the table in docs/permissions.md', () => {
  it('has each method of the contract, and no other', () => {
    expect([...table.keys()].toSorted()).toEqual(methods.toSorted());
  });

  describe.each(ROLES)('holds for a %s', (role) => {
    it('in every method', async () => {
      const inputs = createInputs(place);
      await signIn(place.office, role);
      for (const method of methods) {
        const answer = await place.office.answer(method, inputs[method]);
        const code = answer.ok ? 'ok' : answer.error.code;
        const told = `${method} by ${role}: ${code}`;
        if (cellOf(method, role) === '-') expect(told).toBe(`${method} by ${role}: session/forbidden`);
        // A refusal by the use-case shows that the call came past both the permission and the input.
        else expect(told).not.toMatch(/: (session\/(forbidden|required)|call\/|internal)/);
        if (method.startsWith('session.')) await signIn(place.office, role);
      }
    }, 20_000);
  });

  it.each(methods.filter((method) => cellOf(method, 'hlp_mediator') === 'assigned'))(
    'keeps other disputes from a mediator in %s',
    async (method) => {
      const { office, ids } = place;
      await signIn(office, 'hlp_mediator');
      const input = JSON.stringify(createInputs(place)[method]);
      const text = JSON.stringify(
        await office.answer(method, JSON.parse(input.replaceAll(ids.dispute, ids.otherDispute)) as object),
      );
      if (input.includes(ids.dispute)) expect(text).toContain('record/not-found');
      expect(text).not.toContain(ids.otherNumber);
    },
  );

  it('says which methods answer while the home is locked', async () => {
    await place.office.call('session.lock', {});
    for (const method of methods) {
      if (contract[method].permission === 'public') continue;
      expect([method, await place.office.refused(method, {})]).toEqual([method, 'session/required']);
    }
  });

  it('says which methods answer where there is no home', async () => {
    const empty = await createTestApp();
    try {
      for (const method of methods) {
        if (contract[method].permission === 'public') continue;
        expect([method, await empty.refused(method, {})]).toEqual([method, 'home/empty']);
      }
      expect(await empty.call('session.state', {})).toMatchObject({ state: 'empty', user: null, node: null });
    } finally {
      await empty.close();
    }
  });
});

describe('roles', () => {
  it('bind the next call when they are given and when they are taken', async () => {
    const test = await createTestApp();
    await initHome(test, 'directorate');
    try {
      const [me] = await test.call('users.list', {});
      if (!me) throw new Error('nobody here');
      const edit = async (roles: Role[]) =>
        test.answer('users.edit', {
          userId: me.id,
          displayName: me.displayName,
          roles,
          heads: await test.heads(me.id),
        });
      expect(await edit(['administrator'])).toMatchObject({ ok: true });
      expect(await test.refused('disputes.list', {})).toBe('session/forbidden');
      expect(await test.refused('forums.list', {})).toBe('session/forbidden');
      expect((await test.call('session.state', {})).user?.roles).toEqual(['administrator']);
      expect(await edit(['administrator', 'hlp_mediator'])).toMatchObject({ ok: true });
      expect(await test.call('disputes.list', {})).toMatchObject({ total: 0 });
    } finally {
      await test.close();
    }
  });
});

function cellOf(method: string, role: Role): Cell {
  const cell = table.get(method)?.get(role);
  if (cell === undefined) throw new Error(`the table says nothing of ${method} for ${role}`);
  return cell;
}

/** Rows that begin with a method's name, cell by role; columns are found by the heading above them. */
function readTable(): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/permissions.md'), 'utf8');
  const rows = new Map<string, Map<string, Cell>>();
  let columns: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('| ')) continue;
    const cells = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    if (cells[1] === 'Method') columns = cells;
    else if (cells[1]?.includes('.')) {
      const found = columns.flatMap((role, index) =>
        (ROLES as readonly string[]).includes(role) ? [[role, cells[index] as Cell] as const] : [],
      );
      rows.set(cells[1], new Map(found));
    }
  }
  return rows;
}
