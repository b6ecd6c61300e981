import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { parseDomainName } from '../tlsa/domainName.ts';

/** Underscores, and names of one label: the DNS has servers with both, whatever RFC 1123 says. */
const plainName = /^(?=.{1,253}$)(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;

/** A server's name as lower-case A-labels without final dot. Error: `host-invalid`. */
export function parseServerName(text: string): Result<string> {
  const parsed = parseDomainName(text);
  if (parsed.ok) return success(parsed.name.ascii);
  const plain = text.trim().toLowerCase().replace(/\.$/, '');
  if (parsed.problem.problem === 'underscore' && plainName.test(plain)) return success(plain);
  return failure('host-invalid', {
    suggestion: 'none',
    ...parsed.problem,
    value: text.slice(0, 100),
  });
}
