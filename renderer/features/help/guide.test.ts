import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALL_RESOURCES } from '#shared/locales/all-resources.ts';
import { createI18n } from '#shared/locales/i18n.ts';
import type { Language } from '#shared/text/languages.ts';
import { type Block, type Item, readGuide } from './guide.ts';

const plain = (text: string) => ({ text, as: 'plain' });

describe('a guide', () => {
  it('is read into headings, paragraphs and lists', () => {
    const text = '# Title\n\nOne line\nand its end.\n\n## Part\n\n- a\n- b\n  goes on\n';
    expect(readGuide(text)).toEqual([
      { kind: 'title', spans: [plain('Title')] },
      { kind: 'paragraph', spans: [plain('One line and its end.')] },
      { kind: 'heading', spans: [plain('Part')] },
      {
        kind: 'list',
        start: null,
        items: [
          { spans: [plain('a')], items: [] },
          { spans: [plain('b goes on')], items: [] },
        ],
      },
    ]);
  });

  it('keeps the numbers of a list that goes on after a heading, and lists inside an item', () => {
    const [list] = readGuide('5. five\n   goes on\n   - inside\n     too\n6. six\n');
    expect(list).toEqual({
      kind: 'list',
      start: 5,
      items: [
        { spans: [plain('five goes on')], items: [{ spans: [plain('inside too')], items: [] }] },
        { spans: [plain('six')], items: [] },
      ],
    });
  });

  it('marks bold words and names of screens, and leaves out the frame that sets a direction', () => {
    expect(readGuide('<div dir="rtl">\n\n*A* → **B**\n\n</div>\n')).toEqual([
      {
        kind: 'paragraph',
        spans: [{ text: 'A', as: 'emphasis' }, plain(' → '), { text: 'B', as: 'strong' }],
      },
    ]);
  });

  it('takes markup of pages as plain text', () => {
    expect(readGuide('<b>x</b>')).toEqual([{ kind: 'paragraph', spans: [plain('<b>x</b>')] }]);
  });
});

const files: readonly (readonly [Language, string])[] = [
  ['en', 'en'],
  ['ar-IQ', 'ar'],
  ['ckb-IQ', 'ckb'],
];

describe.each(files)('the guide for a lost computer in %s', (language, file) => {
  const text = readFileSync(path.resolve(import.meta.dirname, `../../../docs/guides/lost-pc.${file}.md`), 'utf8');
  const blocks = readGuide(text);
  const spans = blocks.flatMap(spansIn);

  it('is one title, five parts and fourteen numbered steps', () => {
    expect(blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(5);
    const steps = blocks.flatMap((block) => (block.kind === 'list' && block.start !== null ? block.items : []));
    expect(steps).toHaveLength(14);
    expect(spans.filter(({ text: shown }) => /\*|<div/.test(shown))).toEqual([]);
  });

  it('calls screens, buttons and choices as the screens do', () => {
    const { t } = createI18n(language, ALL_RESOURCES[language], { digits: 'latin' });
    const named = new Set(spans.filter(({ as }) => as !== 'plain').map(({ text: name }) => name));
    const words = [
      t('common:nav.offices'),
      t('devices:title'),
      t('devices:block.open'),
      t('devices:block.everything'),
      t('devices:block.upTo'),
      t('backup:restore.title'),
      t('common:nav.enrolment'),
      t('devices:renew.title'),
      t('enrolment:accept.known.same'),
    ];
    expect(words.filter((word) => !named.has(word))).toEqual([]);
  });
});

function spansIn(block: Block) {
  return block.kind === 'list' ? block.items.flatMap(spansOfItem) : block.spans;
}

function spansOfItem({ spans, items }: Item): Item['spans'] {
  return [...spans, ...items.flatMap(spansOfItem)];
}
