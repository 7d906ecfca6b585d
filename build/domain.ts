/**
 * @file Builds the code lists and places the application ships from their sources in resources/domain.
 *
 *     node build/domain.ts           writes the generated files
 *     node build/domain.ts --check   exits 1 where one of them is out of date
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateDomainFiles } from './domain-source/generate.ts';
import { parsePlaces } from './domain-source/places.ts';
import { SourceFault } from './domain-source/source-fault.ts';
import { parseVocabulary } from './domain-source/vocabulary.ts';
import { projectFolder } from './project-folder.ts';

/** The generated files as the sources want them: path in the project and text. */
export function buildDomain(): Map<string, string> {
  const vocabulary = parseVocabulary(readSource('vocabulary.md'));
  return generateDomainFiles(vocabulary, parsePlaces(readSource('places.csv')));
}

/** Paths of generated files that differ from what the sources say. */
export function outdatedDomainFiles(): string[] {
  return [...buildDomain()].filter(([file, text]) => readIfThere(file) !== text).map(([file]) => file);
}

function readSource(name: string): string {
  return readFileSync(path.join(projectFolder, 'resources/domain', name), 'utf8');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(path.join(projectFolder, file), 'utf8');
  } catch {
    return null;
  }
}

function writeDomain(): void {
  for (const [file, text] of buildDomain()) {
    const target = path.join(projectFolder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function checkDomain(): void {
  const outdated = outdatedDomainFiles();
  for (const file of outdated) console.error(`${file} is out of date: run node build/domain.ts`);
  process.exitCode = outdated.length === 0 ? 0 : 1;
}

function main(): void {
  try {
    if (process.argv.includes('--check')) checkDomain();
    else writeDomain();
  } catch (fault) {
    if (!(fault instanceof SourceFault)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}

if (import.meta.main) main();
