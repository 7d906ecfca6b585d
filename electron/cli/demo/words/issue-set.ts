import type { DecisionType, SafetyIssue, SspResponsible } from '#shared/domain/generated/code-lists.ts';
import type { Language } from './language.ts';

/** Words that belong together: what stood on the agenda, what was said, what was decided, who does what. */
export type IssueWords = {
  readonly agenda: string;
  readonly statement: string;
  readonly decision: string;
  readonly action: string;
};

export type IssueSet = {
  readonly issue: SafetyIssue;
  readonly decisionType: DecisionType;
  readonly responsible: SspResponsible;
  readonly words: { readonly [language in Language]: IssueWords };
};
