import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTlsaRecord } from '../../../shared/tlsa/parseRecord.ts';
import { recordProblem, usableForSmtp } from '../../../shared/tlsa/recordProblem.ts';
import { arbitraryRecord, knownRecord } from '../../support/arbitraryTlsa.ts';
import { rfc7671Full } from '../../support/tlsaExamples.ts';

const record = { usage: 3, selector: 1, matchingType: 1, data: 'ab'.repeat(32) };

/** A certificate and its key, each as DER in hex. */
const [certificate, publicKey] = freshCertificate();

function openssl(args: string, input?: Buffer): Buffer {
  return execFileSync('openssl', args.split(' '), { stdio: ['pipe', 'pipe', 'ignore'], input });
}

function freshCertificate(): [string, string] {
  const pem = openssl('req -x509 -newkey rsa:2048 -nodes -keyout /dev/null -subj /CN=a -days 1');
  const key = openssl('x509 -noout -pubkey', pem);
  return [
    openssl('x509 -outform DER', pem).toString('hex'),
    openssl('pkey -pubin -outform DER', key).toString('hex'),
  ];
}

describe('recordProblem', () => {
  it.each([
    [{ usage: 4 }, 'usage-unknown'],
    [{ usage: 255 }, 'usage-unknown'],
    [{ selector: 2 }, 'selector-unknown'],
    [{ matchingType: 3 }, 'matching-type-unknown'],
    [{ data: 'ab'.repeat(31) }, 'digest-length'],
    [{ matchingType: 2 }, 'digest-length'],
    [{ matchingType: 0 }, 'data-malformed'],
    [{ matchingType: 0, data: publicKey }, null],
    [{ matchingType: 0, data: publicKey.slice(0, -2) }, 'data-malformed'],
    [{ matchingType: 0, data: `${publicKey}00` }, 'data-malformed'],
    [{ matchingType: 0, data: certificate }, 'data-malformed'],
    [{ matchingType: 0, selector: 0, data: certificate }, null],
    [{ matchingType: 0, selector: 0, data: publicKey }, 'data-malformed'],
    [{}, null],
  ])('of %j is %s', (change, problem) => {
    expect(recordProblem({ ...record, ...change })).toBe(problem);
  });

  it('is none for the public key in RFC 7671 §9', () => {
    const parsed = parseTlsaRecord(rfc7671Full);
    expect(parsed.ok && recordProblem(parsed.value.record)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(arbitraryRecord, (any) => {
        const known = { ...any, usage: 3, selector: any.selector % 2, matchingType: 0 };
        expect(() => [recordProblem(any), recordProblem(known)]).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('usableForSmtp', () => {
  it('is so for usages 2 and 3 alone (RFC 7672 §3.1.3)', () => {
    fc.assert(
      fc.property(knownRecord, (known) => {
        expect(usableForSmtp(known)).toBe(known.usage >= 2);
      }),
    );
    expect(usableForSmtp({ ...record, data: 'ab' })).toBe(false);
    expect(usableForSmtp({ ...record, usage: 200 })).toBe(false);
  });
});
