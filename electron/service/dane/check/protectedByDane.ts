import type { DaneCheck, HostView, Security } from '../../../../shared/dane/check.ts';

function isUnknown(status: Security | null): boolean {
  return status === 'bogus' || status === 'indeterminate';
}

/**
 * Whether every sender that knows DANE authenticates every server of the domain; from the DNS alone.
 * `null`: an answer that decides it could not be had.
 */
export function protectedByDane(mx: DaneCheck['mx'], hosts: readonly HostView[]): boolean | null {
  const statuses = [
    mx?.status ?? 'secure',
    ...hosts.flatMap(({ addressStatus, tlsaStatus, verdict }) => [
      addressStatus,
      tlsaStatus,
      // No address was found since one family could not be looked up.
      verdict === 'defer' && tlsaStatus === null ? ('indeterminate' as const) : null,
    ]),
  ];
  if (statuses.some(isUnknown)) return null;
  return (
    (mx?.status ?? 'secure') === 'secure' &&
    hosts.length > 0 &&
    hosts.every(
      ({ tlsaStatus, tlsa }) => tlsaStatus === 'secure' && tlsa.some(({ usable }) => usable),
    )
  );
}
