import path from 'node:path';

/** The folder that holds package.json, whatever folder a script was started from. */
export const projectFolder = path.resolve(import.meta.dirname, '..');
