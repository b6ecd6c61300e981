import { describe, expect, it } from 'vitest';
import { isReservedAddress } from '../../../../../electron/service/dane/check/reservedAddresses.ts';

describe('reserved addresses (RFC 6890)', () => {
  it.each([
    '127.0.0.1',
    '10.255.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '::1',
    '::',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ])('%s', (address) => expect(isReservedAddress(address)).toBe(true));

  it.each(['8.8.8.8', '172.32.0.1', '11.0.0.1', '2606:4700::1', '2a00:1450:4001::1'])(
    'not %s',
    (address) => expect(isReservedAddress(address)).toBe(false),
  );
});
