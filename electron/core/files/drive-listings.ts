/** @file What Windows and Linux print about sticks, made into paths and names. */
import { basename } from 'node:path';

export type Listed = { readonly path: string; readonly label: string };

/** The JSON of `Win32_LogicalDisk`: one object, a list of them, or nothing at all. Anything else lists nothing. */
export function parseLogicalDisks(printed: string): Listed[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(printed.replace(/^\uFEFF/, '').trim() || '[]');
  } catch {
    return [];
  }
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null) return [];
    const { DeviceID, VolumeName } = row as { DeviceID?: unknown; VolumeName?: unknown };
    if (typeof DeviceID !== 'string' || !/^[A-Z]:$/.test(DeviceID)) return [];
    const label = typeof VolumeName === 'string' && VolumeName.trim() !== '' ? VolumeName : DeviceID;
    return [{ path: `${DeviceID}\\`, label }];
  });
}

/** Mounted file systems of disks that can be taken out, each disk asked about by its name in /sys/block. */
export async function removableMounts(
  mounts: string,
  isRemovable: (disk: string) => Promise<boolean>,
): Promise<Listed[]> {
  const found = new Map<string, Listed>();
  for (const line of mounts.split('\n')) {
    const [device = '', mount = ''] = line.split(' ');
    const disk = diskOf(unescapeMount(device));
    if (disk === null || found.has(device) || !(await isRemovable(disk))) continue;
    const path = unescapeMount(mount);
    found.set(device, { path, label: basename(path) || disk });
  }
  return [...found.values()];
}

/** The whole disk that a partition belongs to; null for what is no disk. */
export function diskOf(device: string): string | null {
  const named = /^\/dev\/(?:(sd[a-z]+|hd[a-z]+|vd[a-z]+)\d*|((?:nvme\d+n|mmcblk|loop)\d+)(?:p\d+)?)$/.exec(device);
  return named?.[1] ?? named?.[2] ?? null;
}

/** The kernel writes blanks, tabs, newlines, backslashes and `#` of a path as three octal digits; bytes are UTF-8. */
export function unescapeMount(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const octal = /^\\([0-3][0-7]{2})/.exec(text.slice(i, i + 4))?.[1];
    if (octal === undefined) {
      bytes.push(...Buffer.from(String.fromCodePoint(text.codePointAt(i) ?? 0)));
      if ((text.codePointAt(i) ?? 0) > 0xffff) i++;
    } else {
      bytes.push(Number.parseInt(octal, 8));
      i += 3;
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
