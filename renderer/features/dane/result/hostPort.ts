import type { KeptCheck } from '../../../../shared/contract/dane.ts';

/** The port whose TLSA records a check was about. Labels of anything but mail domains end with it. */
export function portOf({ check }: Pick<KeptCheck, 'check'>): number {
  const port = /:(\d{1,5})$/.exec(check.domain)?.[1];
  return port === undefined ? 25 : Number(port);
}
