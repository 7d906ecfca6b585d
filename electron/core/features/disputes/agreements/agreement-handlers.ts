import type { Handlers } from '#core/context.ts';
import type { disputeAgreementMethods } from '#shared/contract/dispute-agreements.ts';
import { viewAgreements } from './agreements-view.ts';
import { saveAgreement } from './save-agreement.ts';
import { removeFromAgreement, saveEndorser } from './save-endorser.ts';
import { saveFollowUp, saveLearned } from './save-follow-up.ts';
import { saveRegistration } from './save-registration.ts';
import { saveTerm, tellTerm } from './save-term.ts';
import { acceptTerms, signAgreement } from './sign-agreement.ts';

export const agreementHandlers: Pick<Handlers, keyof typeof disputeAgreementMethods> = {
  'disputes.agreements': viewAgreements,
  'disputes.saveAgreement': saveAgreement,
  'disputes.saveTerm': saveTerm,
  'disputes.tellTerm': tellTerm,
  'disputes.acceptTerms': acceptTerms,
  'disputes.signAgreement': signAgreement,
  'disputes.saveEndorser': saveEndorser,
  'disputes.removeFromAgreement': removeFromAgreement,
  'disputes.saveRegistration': saveRegistration,
  'disputes.saveFollowUp': saveFollowUp,
  'disputes.saveLearned': saveLearned,
};
