import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { parseDomainName } from './domainName.ts';
import type { DomainName, NameProblem } from './domainName.ts';

/** Text of the person that is named in a message; longer is cut. */
const shownMax = 100;

/**
 * The name of a server. Errors: `host-wildcard`, `host-ip-address`, and `host-invalid` with a
 * `problem` of `NameProblem`.
 */
export function parseHostName(text: string): Result<DomainName> {
  const outcome = parseDomainName(text);
  if (!outcome.ok) return hostFailure(text, outcome.problem);
  if (!outcome.name.ascii.includes('.')) return hostFailure(text, { problem: 'singleLabel' });
  return success(outcome.name);
}

function hostFailure(text: string, problem: NameProblem): Result<never> {
  const value = shown(text);
  if (problem.problem === 'wildcard') return failure('host-wildcard', { value });
  if (problem.problem === 'ipAddress') return failure('host-ip-address', { value });
  return failure('host-invalid', { suggestion: 'none', ...problem, value });
}

export function shown(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > shownMax ? `${trimmed.slice(0, shownMax)}…` : trimmed;
}
