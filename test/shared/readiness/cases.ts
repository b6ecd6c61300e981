import { authenticationCases } from './cases/authentication.ts';
import { clientCases } from './cases/clients.ts';
import { mailFlowCases } from './cases/mailFlow.ts';
import { sendFromAliasCases } from './cases/sendFromAlias.ts';
import type { RuleCases } from './ruleCase.ts';

/** Each rule's table: what is read, as of when, and what the rule says. */
export const cases: RuleCases = {
  ...sendFromAliasCases,
  ...authenticationCases,
  ...clientCases,
  ...mailFlowCases,
};
