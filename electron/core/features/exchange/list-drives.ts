/** @file Sticks that are in this PC, so that nobody has to type a path. What cannot be asked is simply not listed. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { freeBytes } from '#core/files/free-space.ts';

export type Drive = { readonly path: string; readonly label: string; readonly freeBytes: number };

export async function listDrives(): Promise<Drive[]> {
  const found = process.platform === 'win32' ? await windowsDrives() : await linuxDrives();
  const drives: Drive[] = [];
  for (const { path, label } of found) {
    const free = await freeBytes(path);
    if (free.ok) drives.push({ path, label, freeBytes: free.value });
  }
  return drives;
}

type Found = { readonly path: string; readonly label: string };

const timeoutMs = 5000;

/** A fixed argument list: nothing that anybody typed reaches the shell. */
async function windowsDrives(): Promise<Found[]> {
  const script =
    'Get-CimInstance Win32_LogicalDisk -Filter DriveType=2 | Select-Object DeviceID,VolumeName | ConvertTo-Json -Compress';
  try {
    const { stdout } = await promisify(execFile)(
      'powershell.exe',
      ['-NoProfile', '-NonInteractive', '-Command', script],
      {
        timeout: timeoutMs,
        windowsHide: true,
      },
    );
    const parsed: unknown = JSON.parse(stdout || '[]');
    const rows = (Array.isArray(parsed) ? parsed : [parsed]) as { DeviceID?: string; VolumeName?: string | null }[];
    return rows.flatMap(({ DeviceID, VolumeName }) =>
      DeviceID ? [{ path: `${DeviceID}\\`, label: VolumeName || DeviceID }] : [],
    );
  } catch {
    return [];
  }
}

async function linuxDrives(): Promise<Found[]> {
  const mounts = await readFile('/proc/mounts', 'utf8').catch(() => '');
  const found: Found[] = [];
  for (const line of mounts.split('\n')) {
    const [device = '', mount = ''] = line.split(' ');
    const disk = /^\/dev\/(sd[a-z]+|mmcblk\d+)/.exec(device)?.[1];
    if (disk === undefined) continue;
    const removable = await readFile(`/sys/block/${disk}/removable`, 'utf8').catch(() => '0');
    const path = mount.replaceAll('\\040', ' ');
    if (removable.trim() === '1') found.push({ path, label: basename(path) });
  }
  return found;
}
