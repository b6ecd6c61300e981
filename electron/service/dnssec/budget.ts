import {
  nsec3ComputationsMax,
  queriesPerQuestionMax,
  verificationsPerQuestionMax,
} from './limits.ts';

/** What one piece of work may still compute. */
export interface Budget {
  verifications: number;
  nsec3Computations: number;
}

export function createBudget(): Budget {
  return {
    verifications: verificationsPerQuestionMax,
    nsec3Computations: nsec3ComputationsMax,
  };
}

/** Questions that may still be sent. */
export interface QueryBudget {
  left: number;
}

export function createQueryBudget(): QueryBudget {
  return { left: queriesPerQuestionMax };
}
