import { createHash, createPublicKey } from 'node:crypto';
import type { LabScenario } from '../../../shared/dane/labScenarios.ts';
import type { DomainVerdict } from '../../../shared/dane/verdict.ts';
import { issueCertificate } from './certificates/issueCertificate.ts';
import type { DemoKeyType, Issued } from './certificates/issueCertificate.ts';
import type { Identity } from './startTlsListener.ts';

export type ScenarioName = LabScenario;

/** One server of a scenario: an address of its own where the system has enough of them. */
export interface ScenarioServer {
  readonly identities: readonly Identity[];
  readonly startTls: boolean;
}

/** A domain of the practice lab, its server's certificates and records, and what to expect. */
export interface Scenario {
  readonly name: ScenarioName;
  readonly expected: DomainVerdict;
  /** `U S M data` of the TLSA RRset. */
  readonly tlsa: readonly string[];
  readonly servers: readonly ScenarioServer[];
  readonly delegation: 'signed' | 'wrong-key' | 'unsigned';
}

const day = 86_400_000;

function data(selected: Uint8Array): string {
  return createHash('sha256').update(selected).digest('hex');
}

function tlsa(usage: number, selector: 0 | 1, certificate: Issued): string {
  const key = createPublicKey(certificate.key).export({ format: 'der', type: 'spki' });
  return `${usage} ${selector} 1 ${data(selector === 0 ? certificate.der : key)}`;
}

/** Certificates that are a day old, or have been out of date for as long. */
function issuers(at: Date) {
  const current = {
    notBefore: new Date(at.getTime() - day),
    notAfter: new Date(at.getTime() + 90 * day),
  };
  const past = {
    notBefore: new Date(at.getTime() - 90 * day),
    notAfter: new Date(at.getTime() - day),
  };
  const root = issueCertificate({ commonName: 'Practice Lab Root', isCa: true, ...current });
  const server = (
    name: string,
    { keyType = 'ecdsa', dates = current }: { keyType?: DemoKeyType; dates?: typeof past } = {},
  ): Identity => ({
    leaf: issueCertificate({
      commonName: name,
      dnsNames: [name],
      keyType,
      issuer: root,
      ...dates,
    }),
    issuers: [root],
  });
  return { root, server, past };
}

function one(identity: Identity): ScenarioServer[] {
  return [{ identities: [identity], startTls: true }];
}

/** `hostName` gives the name of a scenario's server. */
export function createScenarios(
  at: Date,
  hostName: (scenario: ScenarioName) => string,
): readonly Scenario[] {
  const { root, server, past } = issuers(at);
  const made = (name: ScenarioName) => server(hostName(name));
  const [good, next, rollOver, old] = [
    made('good'),
    made('roll-over'),
    made('roll-over'),
    made('wrong-hash'),
  ];
  const expired = server(hostName('expired'), { dates: past });
  const elsewhere = server('elsewhere.test');
  const rsa = server(hostName('two-keys'), { keyType: 'rsa' });
  const ecdsa = made('two-keys');
  const [first, second] = [made('two-addresses'), made('two-addresses')];
  const insecure = made('insecure');
  const bogus = made('bogus');
  const scenario = (
    name: ScenarioName,
    expected: DomainVerdict,
    records: readonly string[],
    servers: readonly ScenarioServer[],
    delegation: Scenario['delegation'] = 'signed',
  ): Scenario => ({ name, expected, tlsa: records, servers, delegation });
  return [
    scenario('good', 'pass', [tlsa(3, 1, good.leaf), tlsa(2, 1, root)], one(good)),
    scenario(
      'roll-over',
      'pass',
      [tlsa(3, 1, rollOver.leaf), tlsa(3, 1, next.leaf)],
      one(rollOver),
    ),
    scenario('wrong-hash', 'fail', [tlsa(3, 1, old.leaf)], one(made('wrong-hash'))),
    scenario('expired', 'fail', [tlsa(2, 1, root)], one(expired)),
    scenario('name-mismatch', 'fail', [tlsa(2, 1, root)], one(elsewhere)),
    scenario(
      'no-starttls',
      'fail',
      [tlsa(2, 1, root)],
      [{ identities: [made('no-starttls')], startTls: false }],
    ),
    scenario('unusable', 'tls-only', [tlsa(1, 1, root)], one(made('unusable'))),
    scenario(
      'two-keys',
      'fail',
      [tlsa(3, 1, ecdsa.leaf)],
      [{ identities: [ecdsa, rsa], startTls: true }],
    ),
    scenario('two-addresses', 'fail', [tlsa(3, 1, first.leaf)], [...one(first), ...one(second)]),
    scenario('insecure', 'no-dane', [tlsa(3, 1, insecure.leaf)], one(insecure), 'unsigned'),
    scenario('bogus', 'defer', [tlsa(3, 1, bogus.leaf)], one(bogus), 'wrong-key'),
  ];
}
