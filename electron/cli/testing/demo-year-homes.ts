/**
 * @file A script: makes a year of one office and its directorate in the folder it is given, and tells where as JSON. For
 * journeys, whose process does not load the database.
 */
import { demoPassphrase, demoUser } from '#electron/cli/demo/found-homes.ts';
import { makeYear } from './demo-year.ts';

/** Folders of two homes and of the witness they share, and who may open them. */
export type DemoYearHomes = {
  readonly office: string;
  readonly directorate: string;
  readonly witness: string;
  readonly user: string;
  readonly passphrase: string;
};

const [folder = ''] = process.argv.slice(2);
const { homeOf, witnessFolder } = await makeYear(folder);
const homes: DemoYearHomes = {
  office: homeOf('office'),
  directorate: homeOf('directorate'),
  witness: witnessFolder,
  user: demoUser,
  passphrase: demoPassphrase,
};
process.stdout.write(JSON.stringify(homes));
