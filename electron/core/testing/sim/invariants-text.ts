/** @file Writes the table of invariants into docs/sync.md: `node electron/core/testing/sim/invariants-text.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { invariants } from './invariants.ts';

const document = join(import.meta.dirname, '../../../../docs/sync.md');
const start = '<!-- invariants: written by electron/core/testing/sim/invariants-text.ts -->\n';
const end = '<!-- end of invariants -->';

/** docs/sync.md as it stands and as it should. */
export function syncDocument(): { readonly is: string; readonly shouldBe: string } {
  const is = readFileSync(document, 'utf8');
  const [before = '', rest = ''] = is.split(start);
  return { is, shouldBe: `${before}${start}${invariantsText()}${end}${rest.split(end)[1] ?? ''}` };
}

function invariantsText(): string {
  const rows = Object.entries(invariants).map(
    ([name, { says, proof }]) => `| ${name} | ${says} | ${proof.map(textOf).join(', ')} |`,
  );
  return `\n| | Holds | Proof |\n| --- | --- | --- |\n${rows.join('\n')}\n\n`;
}

const textOf = (proof: string): string =>
  proof === 'sim' ? '*sim*' : proof === 'later' ? 'waits for machinery that does not exist yet' : `\`${proof}\``;

if (import.meta.filename === process.argv[1]) writeFileSync(document, syncDocument().shouldBe);
