/** Unbound's unit files: signatures, DS digests, NSEC3 hashes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encodeBase32hex } from '../../electron/service/dns/base32hex.ts';
import { rrType, typeName } from '../../electron/service/dns/codes.ts';
import { formatName } from '../../electron/service/dns/name.ts';
import { parseNsec3 } from '../../electron/service/dns/rdata/parse.ts';
import { createBudget } from '../../electron/service/dnssec/budget.ts';
import { runtimeAlgorithms } from '../../electron/service/dnssec/crypto/algorithmSuite.ts';
import { keysOfDelegation, readDelegation } from '../../electron/service/dnssec/delegation.ts';
import { nsec3Hash } from '../../electron/service/dnssec/denial/nsec3Hash.ts';
import { messageRrsets } from '../../electron/service/dnssec/rrset.ts';
import { noSkew } from '../../electron/service/dnssec/signatureTime.ts';
import { verifyRrset } from '../../electron/service/dnssec/verifyRrset.ts';
import { zoneKeys } from '../../electron/service/dnssec/zoneKeys.ts';
import { replyTo } from '../support/recordedExchange.ts';
import { describeWithVectors } from '../support/requirements.ts';
import { readRpl } from './rpl/rplFile.ts';
import type { RplEntry } from './rpl/rplFile.ts';

function entriesOf(folder: string, file: string): readonly RplEntry[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const { ranges, unknown } = readRpl(`CONFIG_END\nRANGE_BEGIN 0 1\n${text}\nRANGE_END\n`);
  if (unknown.length > 0) throw new Error(`${file}: ${unknown.join(', ')}`);
  return ranges[0]?.entries ?? [];
}

function rrsetsOf(entry: RplEntry | undefined) {
  if (entry?.question === null || entry === undefined) throw new Error('an entry has a question');
  return messageRrsets(replyTo(entry.question, entry)).answers;
}

/** The date that each file is meant for. */
const signatureFiles = [
  ['test_sigs.rsasha256', '2007-08-29T14:41:50Z'],
  ['test_sigs.sha1_and_256', '2007-08-29T14:41:50Z'],
  ['test_sigs.rsasha256_draft', '2009-01-01T00:00:00Z'],
  ['test_sigs.rsasha512_draft', '2007-08-29T14:41:50Z'],
  ['test_sigs.hinfo', '2009-01-07T10:00:22Z'],
  ['test_sigs.revoked', '2008-04-14T00:50:04Z'],
  ['test_sigs.ecdsa_p256', '2010-09-08T10:04:39Z'],
  ['test_sigs.ecdsa_p384', '2010-09-08T10:04:39Z'],
  ['test_sigs.ed25519', '2017-05-30T14:04:39Z'],
  ['test_sigs.ed448', '2018-04-08T14:36:30Z'],
] as const;

/** Entries where Unbound's test expects otherwise, and why it is not followed. */
const differences: Readonly<Record<string, string>> = {
  'test_sigs.sha1_and_256 2': 'one valid signature suffices (RFC 6840 §5.11)',
  'test_sigs.sha1_and_256 3': 'one valid signature suffices (RFC 6840 §5.11)',
  'test_sigs.revoked 3':
    'a revoked key signs nothing but its own revocation, which is not followed (RFC 5011 §2.1)',
};

describeWithVectors('unbound', "Unbound's unit files", (folder) => {
  it.each(signatureFiles)('%s: what verifies there verifies here', async (file, at) => {
    const [keyEntry, ...entries] = entriesOf(folder, file);
    const dnskeys = rrsetsOf(keyEntry).find(({ type }) => type === rrType.DNSKEY);
    if (dnskeys === undefined) throw new Error('the first entry has keys');
    const zone = zoneKeys(dnskeys, await runtimeAlgorithms());
    const context = { now: new Date(at), skew: noSkew, budget: createBudget() };
    let checked = 0;
    for (const [index, entry] of entries.entries()) {
      for (const rrset of rrsetsOf(entry)) {
        const question = entry.question === null ? '' : formatName(entry.question.name);
        const isBogus = [question, formatName(rrset.owner)].some((name) =>
          name.startsWith('bogus'),
        );
        const expected = !isBogus && rrset.signatures.length > 0;
        const { ok } = await verifyRrset(rrset, zone, context);
        const subject = `${file} ${index + 1}`;
        expect(ok, `${subject} ${typeName(rrset.type)}`).toBe(
          subject in differences ? !expected : expected,
        );
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(0);
  });

  it.each(['test_ds.sha1', 'test_ds.sha384'])('%s: digests match as told', async (file) => {
    const suite = await runtimeAlgorithms();
    const entries = entriesOf(folder, file);
    for (const entry of entries) {
      const rrsets = rrsetsOf(entry);
      const ds = rrsets.find(({ type }) => type === rrType.DS);
      const dnskeys = rrsets.find(({ type }) => type === rrType.DNSKEY);
      if (ds === undefined || dnskeys === undefined) throw new Error('an entry has DS and DNSKEY');
      const supported = new Set([...suite.supported, 3]);
      const { keys } = keysOfDelegation(readDelegation(ds), dnskeys, { ...suite, supported });
      const subject = entry.question === null ? '' : formatName(entry.question.name);
      expect(keys.length > 0).toBe(subject.startsWith('yes'));
    }
    expect(entries.length).toBeGreaterThan(1);
  });

  it('test_nsec3_hash.1: every name has the hash that it is told to have', () => {
    const entries = entriesOf(folder, 'test_nsec3_hash.1');
    for (const { question, answers, authorities } of entries) {
      const parameters = parseNsec3(authorities[0]?.rdata ?? new Uint8Array());
      if (question === null || parameters === null) throw new Error('an entry has parameters');
      const hash = encodeBase32hex(nsec3Hash(question.name, parameters));
      expect(hash).toBe(
        Buffer.from(answers[0]?.owner[0] ?? [])
          .toString('latin1')
          .toLowerCase(),
      );
    }
    expect(entries.length).toBeGreaterThan(5);
  });
});
