/** @file Reads resources/domain/vocabulary.md: one `### key` section and one table per list. Refuses what it does not know. */
import { checkLabel } from './labels.ts';
import { sourceFault } from './source-fault.ts';
import { readStageTransitions, type TransitionRow } from './stage-table.ts';
import { type SourceLine, tableCells } from './table-rows.ts';

export type ParsedEntry = {
  readonly code: string;
  readonly labels: { readonly en: string; readonly 'ar-IQ': string; readonly 'ckb-IQ': string };
  readonly attributes: Readonly<Record<string, string>>;
  readonly remark: string;
  readonly active: boolean;
};
export type ParsedList = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly group: string;
  readonly entries: readonly ParsedEntry[];
};
export type Vocabulary = { readonly lists: readonly ParsedList[]; readonly transitions: readonly TransitionRow[] };

const SOURCE = 'vocabulary.md';
const CODE = /^[a-z][a-z0-9_]*$/;
const ATTRIBUTE = /^([a-z_]+)=([a-z0-9_]+)(?:: (.+))?$/;
const HEADER = '| code | en | ar | ckb | note |';
const RULE = /^\|(---\|)+$/;

/**
 * Parses the whole document.
 * @throws SourceFault with the line number: malformed rows, doubled codes or lists, missing labels, letters of the
 *   wrong language, a list that the contents leave out or promise in vain.
 */
export function parseVocabulary(text: string): Vocabulary {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line.trimEnd() }));
  const sections = splitSections(lines);
  const lists = sections.map(readList);
  checkContents(lines, lists);
  checkIssueGroups(sections, lists);
  const stages = lists.find((list) => list.key === 'dispute_stage');
  if (stages === undefined) throw sourceFault(SOURCE, lines.length, 'there is no list dispute_stage');
  return {
    lists,
    transitions: readStageTransitions(
      lines,
      stages.entries.map((entry) => entry.code),
    ),
  };
}

type Section = { readonly group: string; readonly heading: SourceLine; readonly body: readonly SourceLine[] };

function splitSections(lines: readonly SourceLine[]): Section[] {
  const sections: Section[] = [];
  let group = '';
  let body: SourceLine[] | null = null;
  for (const line of lines) {
    if (line.text.startsWith('## ')) {
      group = line.text.slice(3);
      body = null;
    } else if (line.text.startsWith('### ')) {
      body = [];
      sections.push({ group, heading: line, body });
    } else if (line.text.startsWith('#### ')) {
      body = null;
    } else {
      body?.push(line);
    }
  }
  return sections;
}

function readList({ group, heading, body }: Section): ParsedList {
  const key = heading.text.slice(4);
  if (!CODE.test(key)) throw sourceFault(SOURCE, heading.number, `"${key}" is no list key`);
  const written = body.filter((line) => line.text !== '');
  const [intro, header, rule, ...rows] = written;
  if (!intro || intro.text.startsWith('|')) throw sourceFault(SOURCE, heading.number, `${key} has no name`);
  if (header?.text !== HEADER) throw sourceFault(SOURCE, (header ?? intro).number, `expected "${HEADER}"`);
  if (!rule || !RULE.test(rule.text))
    throw sourceFault(SOURCE, (rule ?? header).number, 'expected the rule of a table');
  const entries = rows.map(readEntry);
  if (entries.length === 0) throw sourceFault(SOURCE, heading.number, `${key} is empty`);
  refuseDoubled(rows, entries);
  const end = intro.text.indexOf('. ');
  const name = end < 0 ? intro.text.replace(/\.$/, '') : intro.text.slice(0, end);
  return { key, name, description: end < 0 ? '' : intro.text.slice(end + 2), group, entries };
}

function readEntry(line: SourceLine): ParsedEntry {
  const cells = tableCells(line, 5);
  const [quoted = '', en = '', ar = '', ckb = '', note = ''] = cells;
  const code = quoted.slice(1, -1);
  if (quoted !== `\`${code}\`` || !CODE.test(code)) throw sourceFault(SOURCE, line.number, `${quoted} is no code`);
  const at = (language: string) => (reason: string) =>
    sourceFault(SOURCE, line.number, `${code}, ${language}: ${reason}`);
  checkLabel('en', en, at('en'));
  checkLabel('ar-IQ', ar, at('ar'));
  checkLabel('ckb-IQ', ckb, at('ckb'));
  return { code, labels: { en, 'ar-IQ': ar, 'ckb-IQ': ckb }, ...readNote(note, line), active: true };
}

/** `name=value; name=value`, then plain remarks; the remark of one value may follow it after a colon. */
function readNote(note: string, line: SourceLine): Pick<ParsedEntry, 'attributes' | 'remark'> {
  const attributes: Record<string, string> = {};
  const remarks: string[] = [];
  for (const part of note.split(';').map((piece) => piece.trim())) {
    const [, name, value, remark] = ATTRIBUTE.exec(part) ?? [];
    if (name === undefined || value === undefined) {
      if (part.includes('=')) throw sourceFault(SOURCE, line.number, `"${part}" is no attribute`);
      if (part !== '') remarks.push(part);
      continue;
    }
    if (remarks.length > 0) throw sourceFault(SOURCE, line.number, `attribute ${name} stands after a remark`);
    if (name in attributes) throw sourceFault(SOURCE, line.number, `attribute ${name} stands twice`);
    attributes[name] = value;
    if (remark !== undefined) remarks.push(remark);
  }
  return { attributes, remark: remarks.join('; ') };
}

function refuseDoubled(rows: readonly SourceLine[], entries: readonly ParsedEntry[]): void {
  const seen = new Set<string>();
  entries.forEach(({ code }, index) => {
    if (seen.has(code)) throw sourceFault(SOURCE, rows[index]?.number ?? 0, `code ${code} stands twice`);
    seen.add(code);
  });
}

/** The contents name each list once, under its group and in the order of the sections. */
function checkContents(lines: readonly SourceLine[], lists: readonly ParsedList[]): void {
  const promised: string[] = [];
  let last = 1;
  for (const { number, text } of lines) {
    const [, group, keys] = /^- \*\*(.+)\*\*: (`.+`)$/.exec(text) ?? [];
    if (group === undefined || keys === undefined) continue;
    promised.push(...keys.split(', ').map((quoted) => `${group}/${quoted.slice(1, -1)}`));
    last = number;
  }
  const found = lists.map((list) => `${list.group}/${list.key}`);
  const wrong = promised.findIndex((key, index) => key !== found[index]);
  if (wrong >= 0) throw sourceFault(SOURCE, last, `contents name ${promised[wrong]} where ${found[wrong]} stands`);
  if (promised.length !== found.length) throw sourceFault(SOURCE, last, `contents leave out ${found[promised.length]}`);
}

function checkIssueGroups(sections: readonly Section[], lists: readonly ParsedList[]): void {
  const codesOf = (key: string) => lists.find((list) => list.key === key)?.entries ?? [];
  const groups = new Set(codesOf('safety_issue_group').map((entry) => entry.code));
  const heading = sections.find((section) => section.heading.text === '### safety_issue')?.heading.number ?? 1;
  for (const { code, attributes } of codesOf('safety_issue')) {
    if (!groups.has(attributes.group ?? '')) throw sourceFault(SOURCE, heading, `${code} names no known group`);
  }
}
