import { sourceFault } from './source-fault.ts';

/** A line with its number in the file, 1 for the first. */
export type SourceLine = { readonly number: number; readonly text: string };

/** The cells of one row of a table. */
export function tableCells(line: SourceLine, count: number): string[] {
  if (!line.text.startsWith('| ') || !line.text.endsWith('|'))
    throw sourceFault('vocabulary.md', line.number, 'no row of a table');
  const cells = line.text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  if (cells.length !== count)
    throw sourceFault('vocabulary.md', line.number, `${cells.length} cells instead of ${count}`);
  return cells;
}
