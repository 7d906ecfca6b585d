/**
 * @file Writes docs/permissions.md: what each role may do with each method, out of the contract and the permissions.
 * `--check` only compares and answers with the exit code.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '#shared/contract/contract.ts';
import type { AnyMethod } from '#shared/contract/method.ts';
import { PERMISSIONS_BY_ROLE, permissionsOf, ROLES, type Role } from '#shared/domain/permissions.ts';
import { projectFolder } from './project-folder.ts';

export const permissionsFile = path.join(projectFolder, 'docs/permissions.md');

/** What stands in one cell of the table. `assigned`: only disputes one mediates. `own`: only what is one's own. */
export type PermissionCell = 'may' | '-' | 'assigned' | 'own';

/** The whole text of docs/permissions.md. */
export function formatPermissions(): string {
  return `${[introduction, formatRoles(), methodsIntroduction, ...formatMethods()].join('\n\n')}\n`;
}

export function permissionCell(name: string, { permission }: AnyMethod, role: Role): PermissionCell {
  if (permission === 'public') return 'may';
  if (permission === 'session') return ownMethods.test(name) ? 'own' : 'may';
  const permissions = permissionsOf([role]);
  if (!permissions.has(permission)) return '-';
  const onlyAssigned = permissions.has('hlp.read') && !permissions.has('hlp.supervise');
  return onlyAssigned && name !== 'disputes.open' ? 'assigned' : 'may';
}

/** Drafts and the passphrase belong to the person, whatever the role. */
const ownMethods = /^(drafts\.|session\.changePassphrase$)/;

const introduction = `# Who may do what

This file is written by \`build/permissions.ts\` out of \`shared/contract\` and \`shared/domain/permissions.ts\`; do not
edit it. A test calls every method as every role and compares what happens with the table below.

## What holds for all

- **Roles add up.** A person with two roles may do what either may. Roles are the same at every node of the tree.
- **What a node holds limits them.** A supervisor at an office sees the disputes of that office; at the directorate the
  same role sees what offices have sent, without the names and narratives that never leave an office. A record is
  changed where it is owned. A node above may only correct it, and only an officer or a supervisor does.
- **Two compartments**, policing (forums, meetings) and HLP (disputes). A role of one sees nothing of the other: not in
  lists, not in search, not in the history, not in conflicts, not in counts. A mediator sees the disputes he or she is
  assigned to and no others; whoever opens a dispute is its first mediator. To somebody who may not see a record it does
  not exist: the answer is the same as for an id that was never given.
- **How far an entry goes** is fixed for each group of a record (\`docs/adr/0015-confidentiality-classes.md\`). What is
  *open* goes up to the directorate. What is *restricted* stays in the office, and goes to its other computers and to
  those the record is handed over to or shared with. What is *local* stays on the computer where it was written and in
  its backups; another computer of the same office does not get it either, and no role elsewhere learns that there is any.
- **Two checks.** \`dispatch\` refuses a method that no role of the person allows (\`session/forbidden\`, noted in the
  audit). Beneath it, reads go through views of what this person may see, and writing to a record outside them is
  refused (\`docs/adr/0007-access-walls-in-the-data-layer.md\`).
- **Compartments are walls of the program, not of keys.** One key encrypts a home. Every passphrase opens that key, so
  whoever holds any passphrase of a home and a debugger can read the whole home. Roles protect from what people see and
  do in the program; the passphrases protect from everybody else. Where that is not enough, use two homes on two PCs.
- **The first user** of a home is administrator and holds the higher role of each service of the node, because small
  offices have one person. Once a second user exists, split them: the one who manages users should not be the one whose
  records the audit is about.
- **While the home is locked** only the methods marked *anyone* answer, and they tell nothing of what is in it. The rest
  answers \`session/required\`, or \`home/empty\` where there is no home yet.
- A changed role binds the next call. Taking away somebody's access takes away the key slot; what the person wrote
  stays, under his or her name.

## The roles`;

const purposes: Readonly<Record<Role, string>> = {
  policing_clerk: 'Writes down forums and meetings.',
  policing_officer: 'The same, and answers for them: corrects and voids.',
  hlp_mediator: 'Opens disputes and works on those assigned.',
  hlp_supervisor: 'All disputes of the node: assigns, reopens, corrects, voids.',
  administrator: 'Users, settings, enrolment, exchange, audit. No record of either compartment.',
  merge_clerk: 'Carries bundles in and out and sees their counts. No record.',
  directorate_analyst: 'Figures, with small numbers hidden. No single record.',
  auditor:
    'Reads the audit, who changed a record and when, and the exchange; verifies the home. No contents of any record.',
};

function formatRoles(): string {
  const rows = ROLES.map((role) => {
    const permissions = PERMISSIONS_BY_ROLE[role].map((permission) => `\`${permission}\``).join(' ');
    return `| \`${role}\` | ${purposes[role]} | ${permissions || 'none'} |`;
  });
  return ['| Role | What it is for | Permissions |', '| --- | --- | --- |', ...rows].join('\n');
}

const methodsIntroduction = `## The methods

\`may\`: allowed, within the person's compartments and what the node holds. \`-\`: refused. \`assigned\`: only on disputes
the person mediates. \`own\`: only what belongs to the person. *Gate* is the permission that is asked for; *signed in*
means any role, *anyone* also a locked home.`;

/** One table per feature: a reader looks for a feature first. */
function formatMethods(): string[] {
  const features = new Map<string, string[]>();
  for (const [name, method] of Object.entries(contract)) {
    const feature = name.slice(0, name.indexOf('.'));
    features.set(feature, [...(features.get(feature) ?? []), formatMethod(name, method)]);
  }
  const head = `| Method | Gate | ${ROLES.map((role) => `\`${role}\``).join(' | ')} |`;
  const rule = `| --- | --- |${' --- |'.repeat(ROLES.length)}`;
  return [...features].map(([feature, rows]) => [`### ${feature}`, '', head, rule, ...rows].join('\n'));
}

function formatMethod(name: string, method: AnyMethod): string {
  const gates: Readonly<Record<string, string>> = { public: '*anyone*', session: '*signed in*' };
  const gate = gates[method.permission] ?? `\`${method.permission}\``;
  const cells = ROLES.map((role) => permissionCell(name, method, role));
  return `| \`${name}\` | ${gate} | ${cells.join(' | ')} |`;
}

function writeOrCheck(checkOnly: boolean): boolean {
  const text = formatPermissions();
  if (!checkOnly) writeFileSync(permissionsFile, text);
  if (readFileSync(permissionsFile, 'utf8') === text) return true;
  process.stderr.write('docs/permissions.md is not what the contract says: run node build/permissions.ts\n');
  return false;
}

if (import.meta.main) process.exitCode = writeOrCheck(process.argv.includes('--check')) ? 0 : 1;
