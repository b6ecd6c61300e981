import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createService } from '../../../../electron/service/service.ts';
import { describeWith } from '../../../support/requirements.ts';
import { silentResolver } from '../../../support/silentResolver.ts';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import type { ChannelName, Input, Output } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Service } from '../../../../electron/service/service.ts';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';

describeWith(dnsLabPrograms, 'a validated name, over the border', () => {
  let lab: DnsLab;
  let service: Service;
  const folder = mkdtempSync(join(tmpdir(), 'companion-dnssec-'));

  const call = <Name extends ChannelName>(channel: Name, input: Input<Name>) =>
    service.router.handle(channel, input) as Promise<Result<Output<Name>>>;

  beforeAll(async () => {
    lab = await startDnsLab();
    service = createService({
      clock: () => new Date(),
      dataDirectory: folder,
      host: 'web',
      version: '0.0.0-test',
      audit: () => {},
      reportBug: (error) => {
        throw error;
      },
    });
    await call('dnssec.importAnchors', { text: lab.trustAnchorText });
  });

  afterAll(async () => {
    await service.close();
    await lab.stop();
    rmSync(folder, { recursive: true });
  });

  async function validate(
    name: string,
    type = 'A',
    resolver = lab.validatingResolver,
  ): Promise<ValidationView> {
    const jobId = crypto.randomUUID();
    const resolvers = [resolver];
    const result = await call('dnssec.validate', {
      jobId,
      name,
      type,
      place: 'internet',
      resolvers,
    });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }

  it('starts from the imported anchor, which the root’s own key has', async () => {
    const anchors = await call('dnssec.anchors', {});
    const { evidence } = await validate('www.alg13.nsec');
    const [root] = evidence.zones;
    expect(anchors.ok && anchors.value.zones[0]?.keys[0]?.keyTag).toBe(root?.anchor?.[0]?.keyTag);
    expect(root).toMatchObject({ zone: '.', parent: null, status: 'secure', ds: null });
    expect(root?.anchor?.[0]?.matches).toBe(true);
    expect(root?.keys?.records.map(({ role, isEntry }) => [role, isEntry]).toSorted()).toEqual([
      ['ksk', true],
      ['zsk', false],
    ]);
  });

  it('shows who signed what: the DS by the zone above, the keys by the entry, the data by the zone', async () => {
    const { validation, evidence } = await validate('www.alg8.nsec3', 'AAAA');
    expect(validation).toMatchObject({ status: 'secure', reason: null, rcode: 'NOERROR' });
    expect(evidence.zones.map(({ zone, parent }) => [zone, parent])).toEqual([
      ['.', null],
      ['nsec3', '.'],
      ['alg8.nsec3', 'nsec3'],
    ]);
    const zone = evidence.zones[2];
    const [key] = zone?.keys?.records ?? [];
    expect(key).toMatchObject({ role: 'ksk', bits: 1024, algorithm: { name: 'RSASHA256' } });
    expect(zone?.ds?.records).toMatchObject([{ keyTag: key?.keyTag, matches: true }]);
    expect(zone?.ds?.signatures.find(({ isUsed }) => isUsed)?.signer).toBe('nsec3');
    const [link] = evidence.links;
    expect(link).toMatchObject({ step: 'answer', name: 'www.alg8.nsec3', zone: 'alg8.nsec3' });
    expect(link?.sets).toMatchObject([
      {
        owner: 'www.alg8.nsec3.',
        type: 'AAAA',
        count: 1,
        proof: { state: 'verified' },
        signatures: [{ keyTag: key?.keyTag, isUsed: true }],
      },
    ]);
    const used = [
      ...evidence.zones.flatMap(({ ds, keys }) => [ds, keys]),
      ...(link?.sets ?? []),
    ].flatMap((set) => set?.signatures ?? []);
    const ends = used.filter(({ isUsed }) => isUsed).map(({ expiration }) => expiration);
    expect(validation.expires).toBe(ends.toSorted()[0]);
  });

  it.each([
    ['www.expired.nsec', 'signature-expired', { keys: { proof: { state: 'failed' } } }],
    ['www.baddigest.nsec', 'dnskey-not-matched', { ds: { records: [{ matches: false }] } }],
    ['www.badtag.nsec3', 'dnskey-not-matched', { keys: { proof: { state: 'not-tried' } } }],
    ['www.nokeys.nsec', 'dnskey-missing', { keys: null }],
  ])('shows where the chain to %s breaks', async (name, reason, broken) => {
    const { validation, evidence } = await validate(name);
    expect(validation).toMatchObject({ status: 'bogus', reason });
    expect(evidence.zones.at(-1)).toMatchObject({ status: 'bogus', reason, ...broken });
  });

  it.each([
    ['www.insecure.nsec', 'nsec', false, 'delegation-unsigned'],
    ['www.insecure.nsec3', 'nsec3', false, 'delegation-unsigned'],
    ['www.insecure.optout', 'nsec3', true, 'delegation-opt-out'],
  ])('shows the proof that %s lies in no signed zone', async (name, proof, optOut, reason) => {
    const { validation, evidence } = await validate(name);
    expect(validation).toMatchObject({ status: 'insecure', reason });
    const zone = evidence.zones.at(-1);
    expect(zone).toMatchObject({ status: 'insecure', denial: { proof, optOut }, keys: null });
    expect(zone?.denial?.records.length).toBeGreaterThan(0);
    for (const { data, signature } of zone?.denial?.records ?? []) {
      expect(data).toMatch(proof === 'nsec' ? /^NSEC / : /^NSEC3 1 /);
      expect(signature.signer).toBe(zone?.parent);
    }
    expect(evidence.links.at(-1)?.denial).toBeNull();
  });

  it('shows the records that prove an absence', async () => {
    const { validation, evidence } = await validate('nowhere.alg13.nsec');
    expect(validation).toMatchObject({ status: 'secure', rcode: 'NXDOMAIN', records: [] });
    const [link] = evidence.links;
    expect(link?.denial).toMatchObject({ proof: 'nsec', optOut: false });
    // One covers the name, one the wildcard, in the order of RFC 4034 §6.1.
    expect(link?.denial?.records.map(({ owner }) => owner)).toEqual([
      'MiXeD.alg13.nsec.',
      String.raw`\000\255.alg13.nsec.`,
    ]);
  });

  it('shows an alias as a link of its own, with where it leads', async () => {
    const { evidence } = await validate('out.alg13.nsec');
    expect(evidence.links).toMatchObject([
      { step: 'cname', name: 'out.alg13.nsec', target: 'www.alg15.nsec3', zone: 'alg13.nsec' },
      { step: 'answer', name: 'www.alg15.nsec3', target: null, zone: 'alg15.nsec3' },
    ]);
    expect(evidence.links.map(({ sets }) => sets.map(({ type }) => type))).toEqual([
      ['CNAME'],
      ['A'],
    ]);
    expect(evidence.zones.filter(({ parent }) => parent === null)).toHaveLength(1);
  });

  it('names the wildcard that an answer was made from', async () => {
    const { evidence } = await validate('x.wild.alg14.nsec', 'TXT');
    expect(evidence.links[0]?.sets[0]?.wildcard).toBe('*.wild.alg14.nsec.');
    expect(evidence.links[0]?.denial?.records.length).toBeGreaterThan(0);
  });

  it('puts what the resolver says beside it, and believes none of it', async () => {
    const plain = await validate('www.corrupt.nsec', 'A', lab.plainResolver);
    expect(plain.validation).toMatchObject({
      status: 'bogus',
      reason: 'signature-invalid',
      resolver: { ad: false, rcode: 'NOERROR' },
    });
    const validating = await validate('www.corrupt.nsec');
    expect(validating.validation.resolver).toMatchObject({ ad: false, rcode: 'SERVFAIL' });
    expect(validating.validation.resolver.ede.length).toBeGreaterThan(0);
    expect(plain.server).toBe(lab.plainResolver);
  });

  it('says why no answer came', async () => {
    const { validation, evidence, failure } = await validate('www.nsec', 'A', 'udp://127.0.0.1:9');
    expect(validation).toMatchObject({ status: 'indeterminate', reason: 'no-answer', rcode: null });
    expect(failure).not.toBeNull();
    expect(evidence).toEqual({ zones: [], links: [], omittedZones: 0 });
  });

  it.each([
    [{ name: 'a..b', type: 'A' }, 'name-invalid'],
    [{ name: 'nsec', type: 'NOTYPE' }, 'type-unknown'],
    [{ name: 'nsec', type: 'A', resolvers: ['127.0.0.1'] }, 'resolver-invalid'],
  ])('refuses %o', async (question, code) => {
    const jobId = crypto.randomUUID();
    const input = { jobId, place: 'internet' as const, resolvers: [], ...question };
    expect(await call('dnssec.validate', input)).toMatchObject({ ok: false, error: { code } });
  });

  it('can be cancelled, and then says nothing of the name', async () => {
    const jobId = crypto.randomUUID();
    const running = call('dnssec.validate', {
      jobId,
      name: 'www.nsec',
      type: 'A',
      place: 'internet',
      resolvers: [await silentResolver()],
    });
    await call('jobs.cancel', { jobId });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('validates in the practice lab with the lab’s own anchor', async () => {
    const names = [
      ['good.test', 'secure'],
      ['insecure.test', 'insecure'],
      ['bogus.test', 'bogus'],
    ] as const;
    for (const [name, status] of names) {
      const jobId = crypto.randomUUID();
      const result = await call('dnssec.validate', {
        jobId,
        name,
        type: 'MX',
        place: 'lab',
        resolvers: [],
      });
      expect(result).toMatchObject({ ok: true, value: { place: 'lab', validation: { status } } });
    }
  });
});
