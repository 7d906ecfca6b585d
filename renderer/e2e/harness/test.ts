/** @file The test of all journeys: installations on demand, and pages that must not misbehave. */
import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '#shared/text/languages.ts';
import { type Desk, openDesk } from '#renderer/e2e/screens/desk.ts';
import { type Installation, install } from './host.ts';
import { watchPage } from './watch.ts';
import { loadWords, type Words } from './words.ts';

type Options = { readonly language: Language };

type Fixtures = {
  readonly words: Words;
  /** A page that is watched: any complaint fails the test at its end. */
  readonly newPage: () => Promise<Page>;
  /** Starts an installation, on a home of its own or on one that exists. */
  readonly installed: (folder?: string) => Promise<Installation>;
  /** Opens a page on an installation; it waits for the first screen. */
  readonly sitDown: (installation: Installation) => Promise<Desk>;
};

export const test = base.extend<Options & Fixtures>({
  language: ['ar-IQ', { option: true }],

  words: async ({ language }, use) => use(await loadWords(language)),

  newPage: async ({ context }, use) => {
    const problems: string[] = [];
    await use(async () => {
      const page = await context.newPage();
      await watchPage(page, problems);
      return page;
    });
    expect(problems).toEqual([]);
  },

  installed: async ({ language }, use) => {
    const all: Installation[] = [];
    await use(async (folder) => {
      const installation = await install(language, folder);
      all.push(installation);
      return installation;
    });
    for (const installation of all) await installation.remove();
  },

  sitDown: async ({ newPage, words }, use) => {
    await use(async (installation) => {
      const page = await newPage();
      await page.goto(installation.url());
      return openDesk(page, words);
    });
  },
});

export { expect };
