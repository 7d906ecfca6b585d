import { expect, it } from 'vitest';
import { checkCharacter, parseCaseNumber } from './case-number.ts';
import { certificateSeries, formatCertificateNumber } from './certificate-number.ts';

it('a certificate has a number of its own kind, with a check character', () => {
  const number = formatCertificateNumber({ office: 'KI017', year: 2026, series: 'A', serial: 42 });
  expect(number).toBe(`KI017-2026-CA0042-${checkCharacter('KI0172026CA0042')}`);
  expect(parseCaseNumber(number).ok).toBe(false);
  expect(formatCertificateNumber({ office: 'KI017', year: 2026, series: 'X7Q2K', serial: 1 })).toMatch(
    /^KI017-2026-CX7Q2K0001-[0-9A-Z]$/,
  );
  expect(certificateSeries('A')).not.toBe('A');
});
