/**
 * @file Which method families show records of a type: events name these, and screens read them anew. Pages of one
 * compartment tell of each other's records, names of forums and numbers of actions, so all of them are named.
 */
import { contract } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import type { Compartment } from '#shared/domain/permissions.ts';
import { specOf } from './registry.ts';

const areasIn = (compartment: Compartment): readonly string[] => {
  const queries = Object.entries<AnyMethod>(contract).filter(
    ([, { kind, permission }]) => kind === 'query' && permission.startsWith(`${compartment}.`),
  );
  const families = queries.map(([name]) => name.slice(0, name.indexOf('.')));
  return [...new Set(families), 'attachments', 'records', 'home'];
};

const byCompartment: Readonly<Record<Compartment, readonly string[]>> = {
  policing: areasIn('policing'),
  hlp: areasIn('hlp'),
};

/** Types of neither compartment. What pages of policing warn of rests on rules and on where places are. */
const byType: Readonly<Record<string, readonly string[]>> = {
  user: ['users', 'disputes'],
  partner: ['partners'],
  rule: ['rules', ...byCompartment.policing],
  place: ['places', ...byCompartment.policing],
};

export function areasOf(at: string): readonly string[] {
  const compartment = specOf(at)?.compartment;
  return compartment ? byCompartment[compartment] : (byType[at] ?? []);
}
