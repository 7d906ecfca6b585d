/** @file Refusals that tests provoke. features/refusals.test.ts looks for these calls: each declared code needs one. */
import { expect } from 'vitest';
import type { CodeOf, InputOf, MethodName } from '#shared/contract/contract.ts';
import type { TestApp } from './test-app.ts';

/**
 * Calls a method that must be refused with this code of its own list. Write method and code as literals, on one line
 * with the call.
 */
export async function expectRefusal<M extends MethodName>(
  app: TestApp,
  method: M,
  code: CodeOf<M>,
  input: Omit<InputOf<M>, 'commandId'>,
): Promise<void> {
  const answer = await app.answer(method, input);
  expect([method, answer.ok ? 'ok' : answer.error.code]).toEqual([method, code]);
}
