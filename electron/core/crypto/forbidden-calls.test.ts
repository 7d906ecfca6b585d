/**
 * @file Calls that type-check and work under Node, and are wrong: absent in Electron, or a way for plaintext to reach
 * the disk. The linter cannot see most of them, since they are methods or text.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

type Rule = { readonly name: string; readonly pattern: RegExp; readonly except?: (file: string) => boolean };

const inCrypto = (file: string): boolean => file.startsWith('core/crypto/') || file.startsWith('core/testing/');
const outsideCore = (file: string): boolean => !file.startsWith('core/');

const rules: readonly Rule[] = [
  {
    name: 'backup() of the driver, which fails on an encrypted database',
    pattern: /\b(?:db|raw|database)\.backup\s*\(/,
  },
  { name: 'serialize() of the driver, which gives plaintext', pattern: /\b(?:db|raw|database)\.serialize\s*\(/ },
  { name: "ATTACH with KEY '', which makes a plaintext database", pattern: /\bATTACH\b[^;]*\bKEY\s+(?:''|"")/i },
  { name: 'cipher_integrity_check, which does nothing', pattern: /cipher_integrity_check/i },
  {
    name: 'Argon2 of node:crypto, absent in Electron',
    pattern: /\bargon2(?:Sync)?\s*\(|\bargon2(?:Sync)?\b[^;]*from 'node:crypto'/,
  },
  {
    name: 'a cipher absent in Electron',
    pattern: /['"](?:chacha20-poly1305|id-aes\d+-wrap\w*|aes-?\d+-(?:ccm|ocb|wrap)|aes\d+-wrap)['"]/i,
  },
  { name: 'a digest absent in Electron', pattern: /['"](?:sha3-\d+|shake\d+|blake2[bs]\d+)['"]/i },
  { name: 'a curve absent in Electron', pattern: /['"](?:ed448|x448)['"]/i },
  { name: 'the OS key store', pattern: /\bsafeStorage\b/ },
  {
    // Random UUIDs are names, not keys.
    name: 'node:crypto in core outside core/crypto, random UUIDs apart',
    pattern: /(?<!import \{ randomUUID \} )from 'node:crypto'|require\('node:crypto'\)/,
    except: (file) => inCrypto(file) || outsideCore(file),
  },
  {
    name: 'a cryptographic package outside core/crypto',
    pattern: /from '(?:age-encryption|hash-wasm|@noble\/[^']*)'/,
    except: inCrypto,
  },
];

const electronFolder = join(import.meta.dirname, '../..');
const sources = globSync('**/*.ts', { cwd: electronFolder })
  .map((file) => relative('.', file))
  .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('core/testing/'))
  .map((file) => ({ file, text: withoutComments(readFileSync(join(electronFolder, file), 'utf8')) }));

/** Comments may name what is forbidden. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

describe('no product source uses', () => {
  test.each(rules)('$name', ({ pattern, except }) => {
    const found = sources.filter(({ file, text }) => pattern.test(text) && except?.(file) !== true);
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

test.each([
  "await db.backup('x')",
  'raw.serialize()',
  "db.exec(`ATTACH DATABASE 'x' AS y KEY ''`)",
  "import { argon2 } from 'node:crypto';",
  "createCipheriv('chacha20-poly1305', key, nonce)",
  "createHash('sha3-256')",
  "generateKeyPairSync('ed448')",
])('finds %j', (text) => {
  expect(rules.some(({ pattern }) => pattern.test(text))).toBe(true);
});
