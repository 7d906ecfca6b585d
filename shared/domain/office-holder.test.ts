import { expect, it } from 'vitest';
import { FORUM_ROLE } from './generated/code-lists.ts';
import { isNamedOpenly, isOfficeHolder } from './office-holder.ts';

it('names those who hold an office, agreed and are active, and nobody else', () => {
  expect(FORUM_ROLE.filter(isOfficeHolder)).toEqual(['chair', 'vice_chair', 'secretary']);
  expect(isOfficeHolder(null)).toBe(false);
  const chair = { role: 'chair', status: 'active', named: true };
  expect(isNamedOpenly(chair)).toBe(true);
  expect(isNamedOpenly({ ...chair, named: false })).toBe(false);
  expect(isNamedOpenly({ ...chair, role: 'member' })).toBe(false);
  expect(isNamedOpenly({ ...chair, status: 'resigned' })).toBe(false);
});
