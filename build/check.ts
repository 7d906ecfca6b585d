/** @file `npm run check`: types, format, lint, walls and house rules; what an editor shows, for the whole tree. */
import { checkLint, checkTypes } from './checks.ts';

const typesAreGood = await checkTypes();
const lintIsGood = await checkLint();
process.exitCode = typesAreGood && lintIsGood ? 0 : 1;
