import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskOf, parseLogicalDisks, unescapeMount } from './drive-listings.ts';
import { createDriveLister, type DriveReader } from './drives.ts';

/** A PC of which only what the test says is known. */
function readerOf(known: Partial<DriveReader>): DriveReader {
  return {
    platform: 'linux',
    now: () => 0,
    readText: async () => null,
    folderNames: async () => [],
    run: async () => null,
    space: async (path) => ({ freeBytes: 1000, totalBytes: 4000, identity: path }),
    ...known,
  };
}

const linuxFiles: Readonly<Record<string, string>> = {
  '/proc/mounts': [
    'sysfs /sys sysfs rw,nosuid,nodev,noexec,relatime 0 0',
    '/dev/sda2 / ext4 rw,relatime,errors=remount-ro 0 0',
    '/dev/sdb1 /media/amal/KINGSTON\\040DT exfat rw,nosuid,nodev,relatime 0 0',
    '/dev/sdc /media/amal/مكتب\\040الموصل vfat rw,nosuid,nodev,relatime 0 0',
    '/dev/sdd1 /media/amal/4E1A-0C1B vfat rw,nosuid,nodev 0 0',
    '/dev/mmcblk0p1 /media/amal/CARD exfat rw 0 0',
    '/dev/nvme0n1p1 /boot/efi vfat rw 0 0',
    '/dev/nvme1n1p1 /media/amal/SSD exfat rw 0 0',
    '/dev/sdb1 /mnt/again exfat rw 0 0',
    'tmpfs /run/user/1000 tmpfs rw 0 0',
    '',
  ].join('\n'),
  '/sys/block/sda/removable': '0\n',
  '/sys/block/sdb/removable': '1\n',
  '/sys/block/sdc/removable': '1\n',
  '/sys/block/sdd/removable': '1\n',
  '/sys/block/mmcblk0/removable': '1\n',
  '/sys/block/nvme0n1/removable': '0\n',
  '/sys/block/nvme1n1/removable': '1\n',
};

describe('on Linux', () => {
  const reader = readerOf({ readText: async (path) => linuxFiles[path] ?? null });

  it('lists several sticks by their mounts, each once, and no disk that stays', async () => {
    const drives = await createDriveLister(reader).list();
    expect(drives.map(({ path, label }) => [path, label])).toEqual([
      ['/media/amal/KINGSTON DT', 'KINGSTON DT'],
      ['/media/amal/مكتب الموصل', 'مكتب الموصل'],
      ['/media/amal/4E1A-0C1B', '4E1A-0C1B'],
      ['/media/amal/CARD', 'CARD'],
      ['/media/amal/SSD', 'SSD'],
    ]);
    expect(drives[0]).toMatchObject({ freeBytes: 1000, totalBytes: 4000 });
  });

  it('leaves out a stick that went away meanwhile, and lists nothing where nothing can be read', async () => {
    const gone = { ...reader, space: async (path: string) => (path.endsWith('CARD') ? null : reader.space(path)) };
    expect((await createDriveLister(gone).list()).map(({ label }) => label)).not.toContain('CARD');
    expect(await createDriveLister(readerOf({})).list()).toEqual([]);
  });

  it('undoes the octal escapes of the kernel, in bytes', () => {
    expect(unescapeMount('/a\\040b\\011c\\134d\\043')).toBe('/a b\tc\\d#');
    expect(unescapeMount('/media/\\331\\205')).toBe('/media/م');
    expect(unescapeMount('/media/📎\\040x')).toBe('/media/📎 x');
    expect(unescapeMount('/plain\\9')).toBe('/plain\\9');
  });

  it('knows the disk behind a partition', () => {
    expect(
      ['/dev/sdb1', '/dev/sdaa12', '/dev/mmcblk0p2', '/dev/nvme1n1p3', '/dev/loop7p1', '/dev/loop7'].map(diskOf),
    ).toEqual(['sdb', 'sdaa', 'mmcblk0', 'nvme1n1', 'loop7', 'loop7']);
    expect(['tmpfs', '/dev/mapper/x', '/dev/sdb1/../sda', 'overlay'].map(diskOf)).toEqual([null, null, null, null]);
  });
});

describe('on Windows', () => {
  it('reads one stick, several, none, and those without a name', () => {
    expect(parseLogicalDisks('{"DeviceID":"E:","VolumeName":"KINGSTON"}\r\n')).toEqual([
      { path: 'E:\\', label: 'KINGSTON' },
    ]);
    expect(
      parseLogicalDisks('\uFEFF[{"DeviceID":"E:","VolumeName":"مكتب الموصل"},{"DeviceID":"F:","VolumeName":null}]'),
    ).toEqual([
      { path: 'E:\\', label: 'مكتب الموصل' },
      { path: 'F:\\', label: 'F:' },
    ]);
    expect(parseLogicalDisks('[{"DeviceID":"G:","VolumeName":""}]')).toEqual([{ path: 'G:\\', label: 'G:' }]);
    expect(parseLogicalDisks('')).toEqual([]);
  });

  it('takes nothing but a drive letter for a drive', () => {
    const odd = '[{"DeviceID":"\\\\\\\\server\\\\share"},{"DeviceID":5},null,"E:",{"DeviceID":"E:\\\\..\\\\"}]';
    expect(parseLogicalDisks(odd)).toEqual([]);
    expect(parseLogicalDisks('Get-CimInstance : Access denied')).toEqual([]);
  });

  it('asks with a fixed command, and lists nothing when PowerShell is missing or too slow', async () => {
    const asked: unknown[] = [];
    const reader = readerOf({
      platform: 'win32',
      run: async (...call) => {
        asked.push(call);
        return null;
      },
    });
    expect(await createDriveLister(reader).list()).toEqual([]);
    expect(asked).toEqual([['powershell.exe', expect.arrayContaining(['-NoProfile', '-NonInteractive']), 5000]]);
  });

  it('asks once for all who wait, and again after two seconds', async () => {
    let [now, asked] = [0, 0];
    const reader = readerOf({
      platform: 'win32',
      now: () => now,
      run: async () => {
        asked++;
        return '{"DeviceID":"E:","VolumeName":"A"}';
      },
    });
    const lister = createDriveLister(reader);
    await Promise.all([lister.list(), lister.list()]);
    await lister.list();
    expect(asked).toBe(1);
    now = 2500;
    expect((await lister.list()).map(({ label }) => label)).toEqual(['A']);
    expect(asked).toBe(2);
  });
});

it('takes the folders of a test for sticks, with their real space', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jisr-drives-'));
  try {
    mkdirSync(join(folder, 'A'));
    mkdirSync(join(folder, 'B'));
    writeFileSync(join(folder, 'note.txt'), '');
    const lister = createDriveLister(undefined, folder);
    const [first, second] = await lister.list();
    expect([first?.label, second?.label]).toEqual(['A', 'B']);
    expect(first?.freeBytes).toBeGreaterThan(0);
    expect(first?.identity).not.toBe(second?.identity);
    rmSync(join(folder, 'A'), { recursive: true });
    expect((await lister.list()).map(({ label }) => label)).toEqual(['B']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
