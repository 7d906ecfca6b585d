import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/text/languages.ts';
import { useScreenLanguage } from '#renderer/components/language-context.tsx';
import { PageTitle } from '#renderer/components/page-title.tsx';
import { LoadingState } from '#renderer/components/query-state.tsx';
import { type Block, type Item, readGuide, type Span } from './guide.ts';

/** The guides are part of the program: each language is a file of its own, fetched when it is read. */
const guides: Readonly<Record<Language, () => Promise<{ readonly default: string }>>> = {
  'ar-IQ': () => import('#docs/guides/lost-pc.ar.md?raw'),
  'ckb-IQ': () => import('#docs/guides/lost-pc.ckb.md?raw'),
  en: () => import('#docs/guides/lost-pc.en.md?raw'),
};

/** What to do when a computer is lost or stolen, in the language of the screen. */
export function LostComputerScreen() {
  const { t } = useTranslation();
  const { language } = useScreenLanguage();
  const guide = useQuery({
    queryKey: ['guide', language],
    queryFn: async () => readGuide((await guides[language]()).default),
  });
  if (!guide.data) return <LoadingState />;
  const [first, ...rest] = guide.data;
  return (
    <article className="guide">
      <PageTitle title={first?.kind === 'title' ? textOf(first.spans) : t('common:nav.help')} />
      <Stack className="panel" gap="md">
        {rest.map((block) => (
          <GuideBlock key={keyOf(block)} block={block} />
        ))}
        <Anchor href="#/">{t('common:nav.home')}</Anchor>
      </Stack>
    </article>
  );
}

function GuideBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return (
        <Title order={2} size="h3" mt="sm">
          <Spans spans={block.spans} />
        </Title>
      );
    case 'paragraph':
      return (
        <Text>
          <Spans spans={block.spans} />
        </Text>
      );
    case 'list':
      return block.start === null ? (
        <ul>
          <Items items={block.items} />
        </ul>
      ) : (
        <ol start={block.start}>
          <Items items={block.items} />
        </ol>
      );
  }
}

function Items({ items }: { items: readonly Item[] }) {
  return items.map(({ spans, items: inner }) => (
    <li key={textOf(spans)}>
      <Spans spans={spans} />
      {inner.length > 0 && (
        <ul>
          <Items items={inner} />
        </ul>
      )}
    </li>
  ));
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map(({ text, as }, index) => {
    const key = `${index} ${text}`;
    if (as === 'strong') return <b key={key}>{text}</b>;
    return as === 'emphasis' ? <em key={key}>{text}</em> : <span key={key}>{text}</span>;
  });
}

/** No two begin alike. */
const keyOf = (block: Block): string => textOf(block.kind === 'list' ? (block.items[0]?.spans ?? []) : block.spans);

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
