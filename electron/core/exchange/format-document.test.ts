/** @file docs/bundle-format.md names the same codes and limits as the code. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { limits } from '#core/changes/limits.ts';
import { maxHeaderBytes, maxStanzas } from '#core/crypto/age-header.ts';
import { EXCHANGE_CODES, exchangeCodeOf } from '#shared/errors/exchange-codes.ts';

const text = readFileSync('docs/bundle-format.md', 'utf8');

it('lists every code with its number', () => {
  const written = [...text.matchAll(/\| (\d{3}) `([a-z/-]+)`/g)].map(([, number, code]) => [code, Number(number)]);
  const rest = [...text.matchAll(/`[a-z/-]+` \| (\d{3}) `([a-z/-]+)`/g)].map(([, number, code]) => [
    code,
    Number(number),
  ]);
  expect(Object.fromEntries([...written, ...rest])).toEqual(EXCHANGE_CODES);
});

it('finds codes by number', () => {
  for (const [code, number] of Object.entries(EXCHANGE_CODES)) expect(exchangeCodeOf(number)).toBe(code);
  expect(exchangeCodeOf(999)).toBeUndefined();
});

it('states the limits', () => {
  const KiB = 1024;
  const MiB = 1024 * KiB;
  expect(limits).toMatchObject({
    ageHeaderBytes: 16 * KiB,
    ageStanzas: 24,
    bundleFileBytes: 1024 * MiB,
    bundleHeaderBytes: 256 * KiB,
    sectionsPerBundle: 256,
    blobPartsPerBundle: 1000,
    rejectsPerAck: 1000,
    jsonDepth: 8,
    stringLength: 64 * KiB,
    attachmentBytes: 20_000_000,
    previewBytes: 40_000,
    blobBytes: 40_000_000,
    blobPartBytes: MiB,
    blobsInControl: 1000,
    rangesOfBlob: 64,
    rosterNodes: 10_000,
    rosterDevices: 10_000,
    rosterBytes: 16 * MiB,
    enrolmentRequestBytes: 16 * KiB,
    enrolmentAnswerBytes: 64 * MiB,
    changeHeaderBytes: 16 * KiB,
    changePayloadBytes: 256 * KiB,
    groupsPerChange: 128,
    predecessorsPerGroup: 64,
    sectionRawBytes: 64 * MiB,
    compressionRatio: 200,
    zstdWindowLog: 23,
    changesPerSection: 20_000,
    writtenSectionRawBytes: 2 * MiB,
    smallestBundleBytes: 64 * KiB,
  });
});

it('sets the limits of the age header where crypto checks them', () => {
  expect([maxHeaderBytes, maxStanzas]).toEqual([limits.ageHeaderBytes, limits.ageStanzas]);
});
