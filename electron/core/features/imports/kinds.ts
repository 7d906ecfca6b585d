import type { SheetKind } from '#shared/domain/sheet-fields.ts';
import { openAssets } from './asset-kind.ts';
import type { OpenKind } from './import-kind.ts';
import { openMeetings } from './meeting-kind.ts';
import { openMembers } from './member-kind.ts';
import { openTrainings } from './training-kind.ts';

export const OPEN_KIND: Readonly<Record<SheetKind, OpenKind>> = {
  members: openMembers,
  meetings: openMeetings,
  trainings: openTrainings,
  assets: openAssets,
};
