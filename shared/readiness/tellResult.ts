import type { Words } from '../words/words.ts';
import { describeResult } from './describe.ts';
import type { RuleResult } from './rule.ts';

/** One result for programs: codes to decide by, sentences to show. */
export function tellResult(result: RuleResult, words: Words) {
  const { rule, status, severity, subject, evidence, affected, deadline, reason, remedy } = result;
  const { title, why, message, fix, portal, rollback, verify } = describeResult(result, words);
  return {
    rule,
    status,
    severity,
    subject,
    evidence,
    affected,
    deadline,
    reason: reason.code,
    fix:
      remedy === null
        ? null
        : {
            text: fix,
            portal,
            commands: remedy.commands,
            records: remedy.records,
            rollback: { text: rollback, commands: remedy.rollback },
          },
    verify: remedy === null ? null : { text: verify, commands: remedy.verify },
    title,
    message,
    why,
  } as const;
}
