/** @file A page as a person sees it: everything is found by its role and the words of its language. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { CodeListKey } from '#shared/domain/generated/code-lists.ts';
import type { Words } from '#renderer/e2e/harness/words.ts';

type Values = Readonly<Record<string, unknown>>;

/** A part of a page, or the whole of it. */
export type Place = {
  readonly root: Locator;
  readonly page: Page;
  readonly words: Words;
  readonly t: Words['t'];
  readonly heading: (key: string, values?: Values) => Locator;
  readonly button: (key: string, values?: Values) => Locator;
  readonly link: (key: string, values?: Values) => Locator;
  /** Text of a sentence, anywhere in this place. */
  readonly sentence: (key: string, values?: Values) => Locator;
  /** A field by its label, marked as required or not. */
  readonly field: (key: string, values?: Values) => Locator;
  readonly fill: (key: string, text: string) => Promise<void>;
  /** Chooses an entry of a code list in the field of that label. */
  readonly choose: (key: string, list: CodeListKey, code: string) => Promise<void>;
  readonly choosePlace: (key: string, code: string) => Promise<void>;
  /** The region of that heading. */
  readonly section: (key: string, values?: Values) => Place;
  /** The row that was added last to a list inside a form. */
  readonly lastRow: () => Place;
  /** A row by what it is called. */
  readonly rowNamed: (name: string) => Place;
};

export type Desk = Place & {
  /** The dialog that is open. */
  readonly dialog: (key: string, values?: Values) => Place;
  readonly goTo: (navKey: string) => Promise<void>;
};

export function openDesk(page: Page, words: Words): Desk {
  const place = placeAt(page.locator('body'), page, words);
  return {
    ...place,
    dialog: (key, values) =>
      placeAt(page.getByRole('dialog', { name: words.t(key, values), exact: true }), page, words),
    async goTo(navKey) {
      const menu = page.getByRole('navigation', { name: words.t('common:nav.label') });
      const link = menu.getByRole('link', { name: words.t(navKey), exact: true });
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
    },
  };
}

function placeAt(root: Locator, page: Page, words: Words): Place {
  const { t } = words;
  const named = (role: 'heading' | 'button' | 'link', key: string, values?: Values) =>
    root.getByRole(role, { name: t(key, values), exact: true });
  const field = (key: string, values?: Values) =>
    // Open lists bear the label of their field as well.
    root.getByLabel(labelled(words, t(key, values))).and(page.locator('input, textarea'));

  async function pick(key: string, label: string): Promise<void> {
    await field(key).click();
    await page.getByRole('option', { name: label, exact: true }).click();
  }

  return {
    root,
    page,
    words,
    t,
    heading: (key, values) => named('heading', key, values),
    button: (key, values) => named('button', key, values),
    link: (key, values) => named('link', key, values),
    sentence: (key, values) => root.getByText(t(key, values), { exact: true }),
    field,
    fill: (key, text) => field(key).fill(text),
    choose: (key, list, code) => pick(key, words.code(list, code)),
    choosePlace: (key, code) => pick(key, words.place(code)),
    section: (key, values) => placeAt(root.getByRole('region', { name: t(key, values), exact: true }), page, words),
    rowNamed: (name) => placeAt(root.getByRole('group', { name, exact: true }), page, words),
    lastRow: () => placeAt(root.getByRole('group').last(), page, words),
  };
}

/** The whole label, with or without the word that marks a required field. */
function labelled({ t }: Words, label: string): RegExp {
  return new RegExp(`^\\s*${escaped(label)}(?:\\s*${escaped(t('fields:requiredMark'))})?\\s*$`);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
