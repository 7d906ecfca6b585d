/** @file What happens in community policing besides forums and their meetings. Ids are the plan's own, as in `LifeEvent`. */
import type { AssetFields } from '#shared/contract/assets.ts';
import type { AssetCheckFields, HandoverFields, IncidentFields } from '#shared/contract/holdings.ts';
import type { IssueFields } from '#shared/contract/issues.ts';
import type { MappingFields } from '#shared/contract/mappings.ts';
import type { PlanActionState, PlanFields, PlanReviewFields } from '#shared/contract/plan-fields.ts';
import type { SiteFields } from '#shared/contract/sites.ts';
import type { TrainingFields, TrainingFollowUp, TrainingResults } from '#shared/contract/trainings.ts';
import type { SspStatus } from '#shared/domain/generated/code-lists.ts';

export type PolicingEvent =
  | { readonly kind: 'issue-raised'; readonly issue: string; readonly forum: string; readonly fields: IssueFields }
  /** The rest stays as it stands: plans write to issues too. */
  | { readonly kind: 'issue-changed'; readonly issue: string; readonly changes: Partial<IssueFields> }
  | { readonly kind: 'plan-drafted'; readonly plan: string; readonly forum: string; readonly fields: PlanFields }
  | { readonly kind: 'plan-moved'; readonly plan: string; readonly to: SspStatus }
  | { readonly kind: 'plan-endorsed'; readonly plan: string; readonly meeting: string }
  | { readonly kind: 'plan-told'; readonly plan: string; readonly action: string; readonly state: PlanActionState }
  | { readonly kind: 'plan-reviewed'; readonly plan: string; readonly fields: PlanReviewFields }
  | { readonly kind: 'training-planned'; readonly training: string; readonly fields: TrainingFields }
  | {
      readonly kind: 'training-held';
      readonly training: string;
      readonly fields: TrainingFields;
      readonly results: TrainingResults;
    }
  | { readonly kind: 'training-certified'; readonly training: string }
  | { readonly kind: 'training-followed-up'; readonly training: string; readonly fields: TrainingFollowUp }
  | { readonly kind: 'mapping-held'; readonly mapping: string; readonly fields: MappingFields }
  | { readonly kind: 'mapping-closed'; readonly mapping: string }
  | { readonly kind: 'site-recorded'; readonly site: string; readonly fields: SiteFields }
  | { readonly kind: 'asset-recorded'; readonly asset: string; readonly fields: AssetFields }
  /** `holding`: a site or an asset. */
  | { readonly kind: 'handed-over'; readonly holding: string; readonly fields: HandoverFields }
  | { readonly kind: 'checked'; readonly holding: string; readonly fields: AssetCheckFields }
  | { readonly kind: 'incident-told'; readonly holding: string; readonly fields: IncidentFields };
