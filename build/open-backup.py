#!/usr/bin/env python3
"""Second reader of docs/backup-format.md: python3 with argon2-cffi and cryptography, and no code of ours.

    open-backup.py FILE --user NAME      an administrator; the passphrase is asked for
    open-backup.py FILE --recovery       the recovery code is asked for

Writes the identity for `age -d -i` and the database key to standard output. Both open everything: keep them in memory
(`/dev/shm`) and away from disks.
"""
import argparse, base64, getpass, hashlib, hmac, json, sys, unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

DIGITS = {code: chr(ord("0") + (code & 15)) for start in (0x660, 0x6F0) for code in range(start, start + 10)}

def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def fold(text):
    return unicodedata.normalize("NFKC", text).translate(DIGITS)

def hkdf(dek, info):
    """HKDF-SHA256 with an empty salt, 32 bytes."""
    key = hmac.digest(bytes(32), dek, "sha256")
    return hmac.digest(key, info.encode() + b"\x01", "sha256")

def recovery_secret(code):
    letters = fold(code).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    number = 0
    for letter in letters:
        if letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
            number = number << 5 | "0123456789ABCDEFGHJKMNPQRSTVWXYZ".index(letter)
    return (number >> 12).to_bytes(16, "big")

def bech32(prefix, data):
    charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{byte:08b}" for byte in data)
    groups = [int(bits[i:i + 5].ljust(5, "0"), 2) for i in range(0, len(bits), 5)]
    expanded = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    sum_ = 1
    for value in expanded + groups + [0] * 6:
        top, sum_ = sum_ >> 25, (sum_ & 0x1FFFFFF) << 5 ^ value
        for i, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            sum_ ^= generator if top >> i & 1 else 0
    checksum = [(sum_ ^ 1) >> 5 * (5 - i) & 31 for i in range(6)]
    return prefix + "1" + "".join(charset[group] for group in groups + checksum)

def key_file(path):
    with open(path, "rb") as file:
        first, magic, body, checksum = (file.readline() for _ in range(4))
    if first != b"JISRBACKUP1\n" or magic != b"JISRKEYS1\n":
        sys.exit("not a backup")
    if hashlib.sha256(magic + body).hexdigest().encode() + b"\n" != checksum:
        sys.exit("the key file is damaged")
    return json.loads(body)

def open_slot(keys, name, secret):
    finder = hmac.digest(b64(keys["fileSalt"]), name.encode(), "sha256")
    for slot in keys["slots"]:
        if b64(slot["finder"]) != finder:
            continue
        params = slot["params"]
        wrapping = hash_secret_raw(secret, b64(params["saltBase64"]), params["passes"], params["memoryKiB"], 1, 32, Type.ID)
        aad = b64(slot["id"]) + json.dumps(params, sort_keys=True, separators=(",", ":")).encode()
        sealed = b64(slot["sealed"])
        try:
            return AESGCM(wrapping).decrypt(sealed[:12], sealed[12:], aad)
        except InvalidTag:
            pass
    sys.exit("these do not open the backup")

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--user")
    parser.add_argument("--recovery", action="store_true")
    args = parser.parse_args()
    ask = (lambda question: getpass.getpass(question)) if sys.stdin.isatty() else (lambda _: sys.stdin.readline().rstrip("\n"))
    keys = key_file(args.file)
    if args.recovery:
        dek = open_slot(keys, "\0recovery", recovery_secret(ask("Recovery code: ")))
    elif args.user:
        name = fold(unicodedata.normalize("NFKC", args.user).strip().lower())
        dek = open_slot(keys, name, fold(ask("Passphrase: ")).encode())
    else:
        parser.error("--user NAME or --recovery")
    print("# database key: " + hkdf(dek, "jisr/database/1").hex())
    print(bech32("age-secret-key-", hkdf(dek, "jisr/backup/1")).upper())

main()
