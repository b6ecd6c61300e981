import { failed } from '../microsoft/failure.ts';
import type { MicrosoftTools } from './source.ts';

const nobody = async () => failed('sign-in-required');

/** What stands for the two APIs where nobody is signed in: each of their sources says so. */
export const noMicrosoft: MicrosoftTools = {
  exchange: { cmdlets: nobody, run: nobody },
  graph: { get: nobody, pages: nobody, batch: nobody, report: nobody },
  traceBudget: { take: () => false },
};
