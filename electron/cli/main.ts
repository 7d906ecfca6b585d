/** @file The command line, `jisr`: reads the arguments, calls dispatch, prints the result. */
import path from 'node:path';
import { runCli } from './run-cli.ts';
import { nodeTerminal } from './terminal.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  terminal: nodeTerminal(),
  env: process.env,
  projectFolder: path.resolve(import.meta.dirname, '../..'),
});
