import type { AddressView } from '../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import type { AddressProbes } from '../../smtp/probeAddress.ts';
import { isReservedAddress } from './reservedAddresses.ts';

/** What an address of a host showed, before anything is judged. */
export interface ProbedAddress {
  readonly ip: string;
  readonly skipped: AddressView['skipped'];
  /** `null`: skipped, or not finished in time. */
  readonly probes: AddressProbes | null;
}

export interface ProbeHostOptions {
  readonly addresses: readonly string[];
  readonly allowPrivate: boolean;
  readonly probe: (ip: string) => Promise<AddressProbes | null>;
}

export const skippedCodes: Readonly<Record<NonNullable<AddressView['skipped']>, FindingCode>> = {
  reserved: 'address-reserved',
  'no-route': 'address-no-route',
  option: 'address-no-route',
};

/** Every address of a host, at once; how many connections that makes, the gate decides. */
export function probeHost(options: ProbeHostOptions): Promise<ProbedAddress[]> {
  return Promise.all(
    options.addresses.map(async (ip): Promise<ProbedAddress> => {
      if (!options.allowPrivate && isReservedAddress(ip)) {
        return { ip, skipped: 'reserved', probes: null };
      }
      const probes = await options.probe(ip);
      return probes?.probes[0]?.failure?.code === 'no-route'
        ? { ip, skipped: 'no-route', probes: null }
        : { ip, skipped: null, probes };
    }),
  );
}
