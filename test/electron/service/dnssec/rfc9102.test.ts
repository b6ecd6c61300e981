import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatName } from '../../../../electron/service/dns/name.ts';
import { rcodeName } from '../../../../electron/service/dns/codes.ts';
import { parseZoneText } from '../../../../electron/service/dns/zoneText.ts';
import { readTrustAnchors } from '../../../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { createValidator } from '../../../../electron/service/dnssec/createValidator.ts';
import { recordedExchange } from '../../../support/recordedExchange.ts';
import { name, question } from '../../../support/dnssec.ts';

const anchorLine =
  '. IN DS 47005 13 2 2eb6e9f2480126691594d649a5a613de3052e37861634641bb568746f2ffc4d4';
/** The appendix leaves out what the insecure zone itself holds, since nothing proves it. */
const unsigned = `_443._tcp.www.insecure.example. 3600 IN TLSA 3 1 1 ${'00'.repeat(32)}\n`;
const whenValid = new Date('2019-06-01T00:00:00Z');

function chain(file: string) {
  const text = readFileSync(
    new URL(`../../../vectors/rfc9102/${file}.zone`, import.meta.url),
    'utf8',
  );
  const records = parseZoneText(file === 'insecure-opt-out' ? text + unsigned : text);
  if (!records.ok) throw new Error(`${file}: ${JSON.stringify(records.error)}`);
  return records.value;
}

async function validate(file: string, subject: string, at = whenValid) {
  const anchors = readTrustAnchors(anchorLine);
  if (!anchors.ok) throw new Error(anchors.error.code);
  const { exchange } = recordedExchange(chain(file));
  const validator = createValidator({ exchange, anchors: anchors.value, clock: () => at });
  const { type } = question(subject, 'TLSA');
  return validator.validate(name(subject), type);
}

describe('the chains of RFC 9102', () => {
  test.each([
    ['straight', '_443._tcp.www.example.com', 'secure', 'NOERROR', null],
    ['wildcard-nsec', '_25._tcp.example.com', 'secure', 'NOERROR', 'wildcard nsec'],
    ['wildcard-nsec3', '_25._tcp.example.org', 'secure', 'NOERROR', 'wildcard nsec3'],
    ['cname', '_443._tcp.www.example.org', 'secure', 'NOERROR', null],
    ['dname', '_443._tcp.www.example.net', 'secure', 'NOERROR', null],
    ['denial-nsec', '_25._tcp.smtp.example.com', 'secure', 'NXDOMAIN', 'nxdomain nsec'],
    ['denial-nsec3', '_25._tcp.smtp.example.org', 'secure', 'NXDOMAIN', 'nxdomain nsec3'],
    ['insecure-opt-out', '_443._tcp.www.insecure.example', 'insecure', 'NOERROR', 'no-ds nsec3'],
  ])('%s: %s is %s', async (file, subject, status, rcode, denial) => {
    const answer = await validate(file, subject);
    expect(answer.status).toBe(status);
    expect(rcodeName(answer.rcode ?? -1)).toBe(rcode);
    expect(answer.denial && `${answer.denial.kind} ${answer.denial.proof}`).toBe(denial);
  });

  test('an alias is followed over zones, each link with a status of its own', async () => {
    const answer = await validate('dname', '_443._tcp.www.example.net');
    expect(answer.aliases.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['dname secure']);
    expect(answer.chain.map(({ zone, step }) => `${formatName(zone)} ${step}`)).toEqual([
      '. anchor',
      '. dnskey',
      'net. ds',
      'net. dnskey',
      'example.net. ds',
      'example.net. dnskey',
      'example.net. dname',
      'com. ds',
      'com. dnskey',
      'example.com. ds',
      'example.com. dnskey',
      'example.com. answer',
    ]);
    expect(answer.expires).toBe('2020-12-02T00:00:00.000Z');
  });

  test.each([
    ['2018-11-27T23:59:59Z', 'signature-not-yet-valid'],
    ['2020-12-02T00:00:01Z', 'signature-expired'],
  ])('at %s nothing is believed: %s', async (at, reason) => {
    const answer = await validate('straight', '_443._tcp.www.example.com', new Date(at));
    expect([answer.status, answer.reason]).toEqual(['bogus', reason]);
  });
});
