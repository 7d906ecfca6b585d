import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No finding of axe that is serious or critical, on the screen as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Colours are read from what is painted, and a page behind another is painted once a second.
  await page.bringToFront();
  // The other mode gathers the results on a second page, which the pages' own policy has no place for.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = serious.map(
    ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`,
  );
  expect(told).toEqual([]);
}
