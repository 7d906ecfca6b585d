/** @file How scripts start other programs: from the project's folder, with the project's own tools first on the path. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';

export type CommandResult = { readonly exitCode: number; readonly output: string };

/** Runs a program and lets it write to the terminal. Answers its exit code; a program that cannot start counts as 127. */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  return (await start(command, args, env, 'inherit')).exitCode;
}

/** Runs a program and keeps what it writes (both streams, in order), for programs that run side by side. */
export function runQuietly(command: string, args: readonly string[]): Promise<CommandResult> {
  return start(command, args, {}, 'pipe');
}

function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  stdio: 'inherit' | 'pipe',
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const output: string[] = [];
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, PATH: pathWithOwnTools(), ...env },
      stdio: ['ignore', stdio, stdio],
    });
    child.stdout?.on('data', (text) => output.push(String(text)));
    child.stderr?.on('data', (text) => output.push(String(text)));
    child.on('error', (error) => resolve({ exitCode: 127, output: `${command}: ${error.message}\n` }));
    child.on('close', (code) => resolve({ exitCode: code ?? 1, output: output.join('') }));
  });
}

function pathWithOwnTools(): string {
  return [path.join(projectFolder, 'node_modules', '.bin'), process.env.PATH ?? ''].join(path.delimiter);
}
