/** @file Which kind of site serves forums. */
import type { InfrastructureKind } from './generated/code-lists.ts';

export const SERVING_SITE_KIND = 'community_police_office' satisfies InfrastructureKind;
