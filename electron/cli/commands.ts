/** @file Every command, in the order of the help. */
import type { Command } from './command.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { batchCommand } from './commands/batch.ts';
import { callCommand } from './commands/call.ts';
import { demoCommand } from './commands/demo.ts';
import { digestCommand } from './commands/digest.ts';
import { enrolAcceptCommand, enrolInstallCommand, enrolRequestCommand } from './commands/enrol.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { inspectCommand } from './commands/inspect.ts';
import { methodsCommand } from './commands/methods.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { verifyCommand } from './commands/verify.ts';

export const COMMANDS: readonly Command[] = [
  initCommand,
  enrolRequestCommand,
  enrolAcceptCommand,
  enrolInstallCommand,
  methodsCommand,
  callCommand,
  batchCommand,
  exportCommand,
  importCommand,
  inspectCommand,
  statusCommand,
  digestCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  demoCommand,
  serveCommand,
];

/** The command that the first words name, and what follows them. */
export function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const command of COMMANDS) {
    const names = command.name.split(' ');
    if (names.every((name, index) => words[index] === name)) return { command, rest: words.slice(names.length) };
  }
  return null;
}
