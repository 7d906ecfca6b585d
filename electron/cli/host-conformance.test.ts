/** @file The command line under the suite of all hosts: a process for each call, so with a part of the methods. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { projectFolder } from '#build/project-folder.ts';
import type { MethodName } from '#shared/contract/contract.ts';
import { hostConformance } from '#electron/testing-conformance/host-conformance.ts';

/** One of each way a call can go: public and not, query and command, record, file and host. */
const methods: readonly MethodName[] = [
  'session.state',
  'session.unlock',
  'session.recover',
  'home.init',
  'reference.lists',
  'host.capabilities',
  'host.pickFiles',
  'forums.list',
  'forums.edit',
  'disputes.addStep',
  'exchange.write',
  'exchange.digest',
];

hostConformance(
  'the command line',
  async ({ homeFolder, witnessFolder }) => {
    const env = { PATH: process.env.PATH, JISR_HOME: homeFolder, JISR_WITNESS: witnessFolder };
    return { call: (method, input) => callInProcess(method, input, env), close: async () => undefined };
  },
  { keepsSession: false, methods },
);

/** The input goes through standard input: an argument may be too short for it. */
function callInProcess(method: string, input: unknown, env: NodeJS.ProcessEnv): Promise<unknown> {
  const main = path.join(projectFolder, 'electron', 'cli', 'main.ts');
  const child = spawn(process.execPath, [main, 'call', method, '--input', '-', '--json'], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', () => {
      try {
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      } catch (error) {
        reject(error);
      }
    });
    child.stdin.end(JSON.stringify(input));
  });
}
