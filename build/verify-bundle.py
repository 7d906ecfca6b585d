#!/usr/bin/env python3
"""Second implementation of docs/bundle-format.md: python3, age, zstd, openssl, and no code of ours.

    verify-bundle.py BUNDLE --key FILE.agekey --roster roster.json    ({"root": base64url root key, "roster": roster line})

Prints counts and failures as JSON; exit 1 if any. openssl checks the signatures of root, roster and bundle. A process for each change would take minutes, so changes are
checked by the Ed25519 below (RFC 8032 without cofactor, as openssl does it), about 1 ms each with tables per key.
"""
import argparse, base64, hashlib, itertools, json, os, pathlib, re, subprocess, sys, tempfile

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
FAILURES = []

def check(good, what):
    if not good and len(FAILURES) < 100:
        FAILURES.append(what)
    return good

def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()

def parse(raw, what):
    """The value of canonical JSON; writing it again must give the same bytes."""
    value = json.loads(raw.decode("utf-8"))
    check(canonical(value) == raw, f"{what}: not canonical")
    return value

# Ed25519 -------------------------------------------------------------------------------------------------------------
def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    p, q = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    r, s = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = q - p, s - r, s + r, q + p
    return e * f % P, g * h % P, f * g % P, e * h % P

def decode(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - xx) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P

def table(point):
    """Multiples j * 16^i of a point, so that multiplying takes additions alone."""
    rows = []
    for _ in range(64):
        rows.append(list(itertools.accumulate([point] * 15, add, initial=(0, 1, 1, 0))))
        point = add(rows[-1][-1], point)
    return rows

def multiply(rows, scalar, start):
    for row in rows:
        start = add(start, row[scalar & 15])
        scalar >>= 4
    return start

BASE, TABLES = table(decode(bytes.fromhex("58" + "66" * 31))), {}

def ed25519(key, message, signature):
    if key not in TABLES:
        point = decode(key)
        TABLES[key] = point and table((-point[0] % P, point[1], 1, -point[3] % P))
    s = int.from_bytes(signature[32:], "little")
    if TABLES[key] is None or len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    x, y, z, _ = multiply(TABLES[key], k, multiply(BASE, s, (0, 1, 1, 0)))
    inverse = pow(z, -1, P)
    return ((y * inverse % P) | ((x * inverse % P & 1) << 255)).to_bytes(32, "little") == signature[:32]

def openssl(key, message, signature):
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        names = [os.path.join(folder, name) for name in ("key", "message", "signature")]
        for name, raw in zip(names, (bytes.fromhex("302a300506032b6570032100") + key, message, signature)):
            pathlib.Path(name).write_bytes(raw)
        command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", names[0], "-rawin"]
        return subprocess.run(command + ["-in", names[1], "-sigfile", names[2]], capture_output=True).returncode == 0

# Roster --------------------------------------------------------------------------------------------------------------
def read_roster(line, root):
    """Devices of a roster by id, if the chain from the root key holds."""
    raw, signature = line.rsplit(b"\t", 1)
    roster = parse(raw, "roster")
    authority = roster["authority"]
    statement = b"cp1-root\n" + canonical({"key": authority["key"], "n": authority["n"]})
    good = check(openssl(root, statement, b64(authority["sig"])), "roster: root signature")
    good = check(openssl(b64(authority["key"]), b"cp1-roster\n" + raw, b64(signature.decode())), "roster: signature") and good
    certs = {device["cert"]["dev"]: device["cert"] for device in roster["devices"]} if good else {}
    return {dev: cert for dev, cert in certs.items() if check(sha(b64(cert["signKey"]))[:16] == b64(dev), f"roster: {dev}")}

# Changes -------------------------------------------------------------------------------------------------------------
def check_change(line, devices, chain):
    """Checks one line by itself; gives its id and whether its payload was withheld."""
    raw, payload, signature = line.split(b"\t")
    ident = sha(b"cp1-id\n", raw)
    name = ident.hex()[:16]
    header = parse(raw, f"change {name}")
    cert = devices.get(header["dev"])
    if check(cert is not None, f"change {name}: device not in the roster"):
        check(ed25519(b64(cert["signKey"]), b"cp1-change\n" + raw, b64(signature.decode())), f"change {name}: signature")
    if payload != b"-":
        body = parse(payload, f"payload {name}")
        check(sha(b64(body["salt"]), payload) == b64(header["pc"]), f"change {name}: commitment")
        check(sorted(body["d"]) == sorted(write["g"] for write in header["w"]), f"change {name}: groups")
    first = chain.setdefault((header["dev"], header["inc"], header["seq"]), (ident, b64(header["prev"])))
    check(first[0] == ident, f"change {name}: seq used twice")
    return ident, payload == b"-"

def check_blob_lists(blobs):
    ids = blobs["have"] + [one["id"] for one in blobs["want"] if check(all(n > 0 for _, n in one["ranges"]), "control: ranges")]
    check(all(len(b64(ident)) == 32 for ident in ids) and sorted(blobs) == ["have", "want"], "control: blobs")

def verify(path, key, given):
    devices = read_roster(given["roster"].rstrip("\n").encode(), b64(given["root"]))
    opened = subprocess.run(["age", "-d", "-i", key, path], capture_output=True)
    check(opened.returncode == 0, "container: " + opened.stderr.decode(errors="replace").strip().split("\n")[0])
    plain = opened.stdout
    size = int.from_bytes(plain[5:9], "big")
    counts = {"changes": 0, "withheld": 0, "sections": 0, "bytes": os.path.getsize(path), "blobParts": 0, "padding": 0}
    if not check(plain[:5] == b"CPB1\n" and 0 < size <= 262144 and len(plain) >= 73 + size, "frame: form"):
        return counts
    raw, signature, at = plain[9 : 9 + size], plain[9 + size : 73 + size], 73 + size
    header = parse(raw, "header")
    sender = devices.get(header["from"]["dev"])
    if not check(sender is not None and sender["node"] == header["from"]["node"], "header: sender not in the roster"):
        return counts
    check(sha(b"cp1-cert\n", canonical(sender)) == b64(header["from"]["certId"]), "header: certificate")
    if not check(openssl(b64(sender["signKey"]), b"cp1-bundle\n" + raw, signature), "header: signature"):
        return counts
    link, chain, epoch = b64(header["Ha"]), {}, header["epoch"]
    start = (b"cp1-link\n", epoch["n"].to_bytes(8, "big"), b64(epoch["r"]), b64(header["from"]["dev"]), b64(header["to"]["dev"]))
    check(header["a"] != 1 or sha(*start) == link, "link: start")
    for number, entry in enumerate(header["sections"]):
        packed, at, name = plain[at : at + entry["clen"]], at + entry["clen"], f"section {number}"
        if not check(sha(packed) == b64(entry["csha"]), f"{name}: compressed hash"):
            continue
        content = subprocess.run(["zstd", "-d", "-q", "-c"], input=packed, capture_output=True).stdout
        if not check(len(content) == entry["rlen"] and sha(content) == b64(entry["rsha"]), f"{name}: length or hash"):
            continue
        counts["sections"] += 1
        if entry["t"] == "control":
            control = parse(content, "control")
            check_blob_lists(control.get("blobs", {"have": [], "want": []}))
            if "roster" in control:
                devices = {**devices, **read_roster(b64(control["roster"]), b64(given["root"]))}
        if entry["t"] != "changes":
            continue
        lines = content.split(b"\n")
        check(lines.pop() == b"" and len(lines) == entry["n"], f"{name}: lines")
        for line in lines:
            ident, withheld = check_change(line, devices, chain)
            link = sha(link, ident)
            counts["changes"] += 1
            counts["withheld"] += withheld
    for (dev, inc, seq), (ident, prev) in chain.items():
        check(chain.get((dev, inc, seq - 1), (prev,))[0] == prev, f"change {ident.hex()[:16]}: prev")
    check(link == b64(header["Hb"]) and counts["changes"] == header["b"] - header["a"] + 1, "link: end")
    blobs = {}
    for part in header["blobs"]:
        piece, at = plain[at : at + part["len"]], at + part["len"]
        good = check(0 < part["len"] <= part["total"] - part["off"] and part["total"] <= 40_000_000, "blob part: range")
        counts["blobParts"] += check(sha(piece) == b64(part["sha"]), "blob part: hash") and good
        blobs.setdefault((part["id"], part["total"]), {})[part["off"]] = piece
    for (ident, total), pieces in blobs.items():
        whole = b"".join(pieces[off] for off in sorted(pieces))
        check(len(whole) != total or sha(whole) == b64(ident), "blob: hash")
    counts["padding"] = len(plain) - at
    check(counts["padding"] == header["padLen"] and not any(plain[at:]), "padding")
    return counts

def main():
    arguments = argparse.ArgumentParser(description="Checks a bundle with stock tools.")
    arguments.add_argument("bundle")
    arguments.add_argument("--key", required=True, help="age identity of the receiver")
    arguments.add_argument("--roster", required=True, help="root key and roster line as JSON")
    given = arguments.parse_args()
    try:
        counts = verify(given.bundle, given.key, json.loads(pathlib.Path(given.roster).read_text()))
    except (KeyError, ValueError, TypeError, OSError) as error:
        counts = {}
        check(False, f"form: {type(error).__name__} {re.sub(r'[^ -~]', '?', str(error))[:80]}")
    print(json.dumps({"ok": not FAILURES, **counts, "failures": FAILURES}))
    sys.exit(1 if FAILURES else 0)

main()
