/** @file For states that take months or several machines to come about: the page is told what the core would tell it. */
import type { Desk } from '#renderer/e2e/screens/desk.ts';

/** Answers one method of the page's host by itself. */
export async function answerInstead(desk: Desk, method: string, value: unknown): Promise<void> {
  await desk.page.route('**/call', async (route) => {
    const asked = route.request().postDataJSON() as { method: string };
    if (asked.method === method) await route.fulfill({ json: { ok: true, value } });
    else await route.fallback();
  });
}
