import type { HandlersOf } from '#core/context.ts';
import { userName } from '#core/features/records/authors.ts';
import { ok } from '#shared/lib/result.ts';
import { checkSheet } from './check-sheet.ts';
import { lastImports } from './imports-store.ts';
import { lookSheet } from './look-sheet.ts';
import { runImport } from './run-import.ts';
import { writeTemplate } from './template.ts';
import { mayUndo, undoImport } from './undo-import.ts';

export const importHandlers: HandlersOf<'imports'> = {
  'imports.template': writeTemplate,
  'imports.look': lookSheet,
  'imports.check': checkSheet,
  'imports.run': runImport,
  'imports.cancel': async ({ services }) => ok({ asked: services.tasks.stopAll('sheet') }),
  'imports.list': async (context, { kind }) => {
    const rows = [];
    for (const row of await lastImports(context.db, kind)) {
      const { id, file, at, made, altered, kept } = row;
      const by = await userName(context, row.user);
      const undone =
        row.undone_at === null ? null : { at: row.undone_at, by: await userName(context, row.undone_by ?? ''), kept };
      rows.push({
        id,
        kind: row.kind,
        file,
        at,
        by,
        made,
        altered,
        undone,
        mayUndo: undone === null && mayUndo(context, row.user),
      });
    }
    return ok(rows);
  },
  'imports.undo': undoImport,
};
