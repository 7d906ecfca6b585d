/** @file Copies the pictures of the README from those that the journeys took of every screen (`npm run test:e2e`). */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';

const taken = path.join(projectFolder, 'test-results', 'screens');
const shown = path.join(projectFolder, 'docs', 'images');
const pictures = [
  { screen: 'home', language: 'ar-IQ', name: 'home-ar' },
  { screen: 'dispute', language: 'ar-IQ', name: 'dispute-ar' },
  { screen: 'meeting', language: 'en', name: 'meeting-en' },
  { screen: 'directorate-forum', language: 'en', name: 'directorate-forum-en' },
];

mkdirSync(shown, { recursive: true });
for (const { screen, language, name } of pictures) {
  copyFileSync(path.join(taken, language, `${screen}.png`), path.join(shown, `${name}.png`));
}
