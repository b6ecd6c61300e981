import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';

/** `dnssec-example.com-MX.svg`; what some system would not take becomes a hyphen. */
export function chainFileName(
  { name, type }: Pick<DnssecValidation, 'name' | 'type'>,
  extension: string,
): string {
  const plain = `dnssec-${name === '.' ? 'root' : name}-${type}`
    .replaceAll(/[^a-z0-9._-]+/gi, '-')
    .slice(0, 120);
  return `${plain}.${extension}`;
}
