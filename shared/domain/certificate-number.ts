/**
 * @file Numbers of training certificates: `KI017-2026-CA0042-9`. As those of disputes (case-number.ts), with `C` before the
 * series: two computers of one office never give the same, also after one was restored.
 */
import { checkCharacter } from './case-number.ts';

export function formatCertificateNumber(parts: {
  readonly office: string;
  /** Of the day of issue that people entered. */
  readonly year: number;
  readonly series: string;
  readonly serial: number;
}): string {
  const series = `C${parts.series}`;
  const digits = String(parts.serial).padStart(4, '0');
  const check = checkCharacter(`${parts.office}${parts.year}${series}${digits}`);
  return `${parts.office}-${parts.year}-${series}${digits}-${check}`;
}

/** The row of the table of serials from which certificates take theirs; no series of disputes looks like it. */
export const certificateSeries = (series: string): string => `certificate:${series}`;
