/**
 * @file Makes the pictures of README.md anew, from the walk through all screens (renderer/e2e/screens.spec.ts):
 * `node build/screenshots.ts`. Not part of `npm test`.
 */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';
import { runCommand } from './run-command.ts';

/** Picture of the walk by the name it has in `docs/images`. */
const pictures: Readonly<Record<string, string>> = {
  'home-ar.png': 'ar-IQ/home.png',
  'dispute-ar.png': 'ar-IQ/dispute.png',
  'meeting-en.png': 'en/meeting.png',
  'directorate-forum-en.png': 'en/directorate-forum.png',
};

const exitCode = await runCommand('playwright', ['test', 'screens.spec.ts', '--grep', 'at an office']);
if (exitCode === 0) {
  for (const [name, walked] of Object.entries(pictures)) {
    copyFileSync(
      path.join(projectFolder, 'test-results', 'screens', walked),
      path.join(projectFolder, 'docs', 'images', name),
    );
  }
}
process.exitCode = exitCode;
