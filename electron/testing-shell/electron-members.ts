/**
 * @file Lists every member, event and constructor of Electron that the main process and the preload script use, by
 * asking the type checker which names electron.d.ts declares. The list is committed as
 * `electron/main/electron-members.json`; `node electron/testing-shell/electron-members.ts` writes it anew.
 */
import { globSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API, type Project, type Symbol as ElectronSymbol } from 'typescript/unstable/sync';
import { projectFolder } from '#build/project-folder.ts';

export const membersFile = path.join(projectFolder, 'electron', 'main', 'electron-members.json');

/** Sorted; `App.quit`, `App event before-quit`, `new BrowserWindow`. */
export function listElectronMembers(): string[] {
  const api = new API({ cwd: projectFolder });
  try {
    const config = path.join(projectFolder, 'electron', 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (!project) throw new Error('the TypeScript project of the shell does not open');
    const files = globSync('electron/{main,preload}/**/*.ts', { cwd: projectFolder, exclude: ['**/*.test.ts'] });
    const members = files.flatMap((file) => membersOf(project, path.join(projectFolder, file)));
    return [...new Set(members)].sort();
  } finally {
    api.close();
  }
}

function membersOf(project: Project, file: string): string[] {
  const source = project.program.getSourceFile(file);
  if (!source) throw new Error(`${file} is not part of the shell's project`);
  const found: string[] = [];
  const visit = (node: Node): void => {
    found.push(...membersAt(project, node));
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function membersAt(project: Project, node: Node): string[] {
  if (isNewExpression(node)) return constructed(project, node);
  if (isCallExpression(node) && isPropertyAccessExpression(node.expression)) {
    const [name] = node.arguments;
    const owner = ownerOf(project, node.expression.name);
    const listens = /^(?:on|once)$/.test(node.expression.name.text);
    if (owner && listens && name && isStringLiteral(name)) return [`${owner} event ${name.text}`];
  }
  if (!isPropertyAccessExpression(node)) return [];
  const owner = ownerOf(project, node.name);
  return owner ? [`${owner}.${node.name.text}`] : [];
}

function constructed(project: Project, node: Node): string[] {
  const symbol = project.checker.getTypeAtLocation(node)?.getSymbol();
  return symbol && isElectron(symbol) ? [`new ${symbol.name}`] : [];
}

/** The interface or class of electron.d.ts that declares a name; undefined for every other name. */
function ownerOf(project: Project, name: Node): string | undefined {
  const symbol = project.checker.getSymbolAtLocation(name);
  if (!symbol || !isElectron(symbol)) return undefined;
  const owner = symbol.getParent()?.name;
  // Events are objects of an unnamed type.
  return owner === '__type' ? 'Event' : owner;
}

function isElectron(symbol: ElectronSymbol): boolean {
  return symbol.declarations.some((declaration) => declaration.path.endsWith('/electron/electron.d.ts'));
}

if (import.meta.main) writeFileSync(membersFile, `${JSON.stringify(listElectronMembers(), undefined, 2)}\n`);
