/**
 * @file Set-up file of the guard run (vitest.guard.config.ts): makes Node's OpenSSL refuse what Electron's BoringSSL
 * does not have, so that a test fails where the installed application would.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

type AnyFunction = (...args: unknown[]) => unknown;

const ciphers = new Set(
  'aes-128-cbc aes-256-cbc aes-128-ctr aes-256-ctr aes-128-ecb aes-256-ecb aes-128-gcm aes-256-gcm'.split(' '),
);
const digests = new Set('md5 sha1 sha224 sha256 sha384 sha512 sha512-256'.split(' '));
const keyTypes = new Set(['ed25519', 'x25519', 'ec', 'rsa']);

// The type of the module is read-only; its object is not, and syncBuiltinESMExports carries the change to imports.
const functions = crypto as unknown as Record<string, AnyFunction>;

const refuse = (code: string, what: string): never => {
  throw Object.assign(new Error(`${what} is not available in Electron`), { code });
};

for (const name of ['argon2', 'argon2Sync']) {
  functions[name] = () => refuse('ERR_CRYPTO_ARGON2_NOT_SUPPORTED', name);
}
allowOnly(['createCipheriv', 'createDecipheriv'], ciphers, 'ERR_CRYPTO_UNKNOWN_CIPHER');
allowOnly(['createHash', 'createHmac', 'hash'], digests, 'ERR_OSSL_EVP_UNSUPPORTED');
allowOnly(['generateKeyPairSync', 'generateKeyPair'], keyTypes, 'ERR_INVALID_ARG_VALUE');

Object.defineProperty(process.features, 'openssl_is_boringssl', { value: true, configurable: true });
syncBuiltinESMExports();

/** Replaces functions whose first argument names an algorithm. */
function allowOnly(names: readonly string[], allowed: ReadonlySet<string>, code: string): void {
  for (const name of names) {
    const original = functions[name];
    if (original === undefined) throw new Error(`node:crypto has no ${name}`);
    functions[name] = (algorithm, ...rest) =>
      allowed.has(String(algorithm).toLowerCase())
        ? original.call(crypto, algorithm, ...rest)
        : refuse(code, String(algorithm));
  }
}
