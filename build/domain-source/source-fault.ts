/** What is wrong with one of the files under resources/domain, and where. */
export class SourceFault extends Error {
  override name = 'SourceFault';
}

/** `line` counts from 1. */
export function sourceFault(file: string, line: number, reason: string): SourceFault {
  return new SourceFault(`${file}:${line}: ${reason}`);
}
