/** @file Reads the guides of docs/guides: headings, paragraphs, numbered and dotted lists, **bold** and *names of screens*. */

export type Span = { readonly text: string; readonly as: 'plain' | 'strong' | 'emphasis' };
export type Item = { readonly spans: readonly Span[]; readonly items: readonly Item[] };
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  /** `start` is the number of the first item; null for dots. */
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly Item[] };

type Line = {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item';
  readonly indent: number;
  readonly number: number | null;
  text: string;
};

/** What else Markdown knows is taken as plain text; the frame that sets a direction is left out. */
export function readGuide(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  /** Items of the list that goes on, and of its last item. */
  let items: Item[] | null = null;
  let inner: Item[] = [];
  for (const { kind, indent, number, text } of joinedLines(markdown)) {
    const spans = spansOf(text);
    if (kind !== 'item') {
      blocks.push({ kind, spans });
      items = null;
    } else if (items !== null && indent > 0) {
      inner.push({ spans, items: [] });
    } else {
      if (items === null) {
        items = [];
        blocks.push({ kind: 'list', start: number, items });
      }
      inner = [];
      items.push({ spans, items: inner });
    }
  }
  return blocks;
}

/** A line that begins nothing goes on with the one before it; an empty line ends a paragraph. */
function joinedLines(markdown: string): readonly Line[] {
  const lines: Line[] = [];
  let ended = true;
  for (const raw of markdown.split('\n')) {
    if (/^\s*$|^<\/?div\b/.test(raw)) {
      ended = true;
      continue;
    }
    const begun = beginningOf(raw);
    const last = lines.at(-1);
    if (begun) lines.push(begun);
    else if (last && !ended) last.text += ` ${raw.trim()}`;
    else lines.push({ kind: 'paragraph', indent: 0, number: null, text: raw.trim() });
    ended = false;
  }
  return lines;
}

function beginningOf(raw: string): Line | null {
  const heading = /^(#{1,2}) (.+)$/.exec(raw);
  if (heading) return line(heading[1] === '#' ? 'title' : 'heading', 0, null, heading[2]);
  const item = /^(\s*)(?:(\d+)\.|-) (.+)$/.exec(raw);
  return item ? line('item', item[1]?.length ?? 0, item[2] === undefined ? null : Number(item[2]), item[3]) : null;
}

const line = (kind: Line['kind'], indent: number, number: number | null, text = ''): Line => ({
  kind,
  indent,
  number,
  text,
});

function spansOf(text: string): readonly Span[] {
  return text
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { text: part.slice(2, -2), as: 'strong' };
      if (part.length > 2 && part.startsWith('*') && part.endsWith('*'))
        return { text: part.slice(1, -1), as: 'emphasis' };
      return { text: part, as: 'plain' };
    });
}
