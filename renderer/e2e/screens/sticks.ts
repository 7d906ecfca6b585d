/** @file Sticks as folders of an installation, and the wizards that write to them and take in from them. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Installation } from '#renderer/e2e/harness/host.ts';
import type { Desk } from './desk.ts';

const placeOf = ({ folder }: Installation, name: string): string => path.join(folder, 'sticks', name);
const pocketOf = (installation: Installation, name: string): string => path.join(installation.folder, `pocket-${name}`);

/** A stick is put in: one that was pulled out before comes with what it held. */
export function putIn(installation: Installation, name: string): void {
  mkdirSync(path.dirname(placeOf(installation, name)), { recursive: true });
  if (existsSync(pocketOf(installation, name))) renameSync(pocketOf(installation, name), placeOf(installation, name));
  else mkdirSync(placeOf(installation, name), { recursive: true });
}

export function pullOut(installation: Installation, name: string): void {
  renameSync(placeOf(installation, name), pocketOf(installation, name));
}

/** A stick that nobody finds again. */
export function lose(installation: Installation, name: string): void {
  rmSync(placeOf(installation, name), { recursive: true });
}

export function carryStick(from: Installation, to: Installation, name: string): void {
  mkdirSync(path.dirname(placeOf(to, name)), { recursive: true });
  renameSync(placeOf(from, name), placeOf(to, name));
}

/** `null`: as much as there is. */
export function setFreeBytes(installation: Installation, name: string, bytes: number | null): void {
  const file = `${placeOf(installation, name)}.free`;
  if (bytes === null) rmSync(file, { force: true });
  else writeFileSync(file, String(bytes));
}

/** Names of everything in our folder on the stick. */
export const filesOn = (installation: Installation, name: string): readonly string[] => {
  const folder = path.join(placeOf(installation, name), 'JISR');
  return existsSync(folder) ? readdirSync(folder) : [];
};

export const stickChoice = (desk: Desk, name: string): Locator =>
  desk.page.getByRole('radio', { name: new RegExp(name) });
