import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { CheckService } from '../../../../shared/dane/services.ts';
import { parseTarget } from '../../../../shared/dane/target.ts';
import { parseName } from '../../dns/name.ts';
import type { DomainName } from '../../dns/types.ts';

export interface CheckTarget {
  /** As results call it: the domain, or `host:port`. */
  readonly label: string;
  readonly name: DomainName;
  readonly nameText: string;
  readonly port: number;
}

/** What a person wants checked, as the DNS is asked for it. Error: `target-invalid`. */
export function checkTarget(text: string, service: CheckService): Result<CheckTarget> {
  const target = parseTarget(text, service);
  if (!target.ok) return target;
  const { label, name: nameText, port } = target.value;
  const name = parseName(nameText);
  return name.ok
    ? success({ label, name: name.value, nameText, port })
    : failure('target-invalid', { target: text.slice(0, 100), problem: 'name' });
}
