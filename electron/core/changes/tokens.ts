/**
 * @file The small spellings of the wire: bytes as base64url, group tokens, names (docs/bundle-format.md, section 1).
 * Regular expressions, since headers are checked by the hundred thousand.
 */

/** Base64url of exactly 8, 16, 32 or 64 bytes: the last character leaves no stray bits. */
export const isBytes8 = (value: unknown): value is string => typeof value === 'string' && bytes8.test(value);
export const isBytes16 = (value: unknown): value is string => typeof value === 'string' && bytes16.test(value);
export const isBytes32 = (value: unknown): value is string => typeof value === 'string' && bytes32.test(value);
export const isBytes64 = (value: unknown): value is string => typeof value === 'string' && bytes64.test(value);

/** Names of record types, kinds and roles: lower-case ASCII, begins with a letter, at most 64 characters. */
export const isName = (value: unknown): value is string => typeof value === 'string' && name.test(value);

/** `name` or `name:<element id>`; never looks like a restricted token. */
export const isOpenGroup = (value: unknown): value is string =>
  typeof value === 'string' && openGroup.test(value) && !restrictedGroup.test(value);

/** `r<number>` or `r<number>:<element id>`. */
export const isRestrictedGroup = (value: unknown): value is string =>
  typeof value === 'string' && restrictedGroup.test(value);

/** 64 bits as 16 lower-case hexadecimal digits. */
export const isHlc = (value: unknown): value is string => typeof value === 'string' && hlc.test(value);

/** A UUID in its one spelling: lower case, with hyphens. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);

export const isCount = (value: unknown): value is number => typeof value === 'number' && value >= 0;
export const isPositive = (value: unknown): value is number => typeof value === 'number' && value >= 1;

const bytes8 = /^[\w-]{10}[AEIMQUYcgkosw048]$/;
const bytes16 = /^[\w-]{21}[AQgw]$/;
const bytes32 = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const bytes64 = /^[\w-]{85}[AQgw]$/;
const name = /^[a-z][a-z0-9_.-]{0,63}$/;
const hlc = /^[0-9a-f]{16}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const element = ':[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const openGroup = new RegExp(`^[a-z][a-zA-Z0-9_.-]{0,63}(?:${element})?$`);
const restrictedGroup = new RegExp(`^r(?:0|[1-9][0-9]{0,4})(?:${element})?$`);
