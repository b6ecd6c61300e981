import { evaluateRules } from '../../shared/readiness/evaluate.ts';
import { diffResults } from '../../shared/readiness/diff.ts';
import type { ReportInput } from '../../shared/readiness/report/reportInput.ts';
import { applyWaivers } from '../../shared/readiness/waivers.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import {
  accepted,
  casMailbox,
  dkim,
  dns,
  inbound,
  mailbox,
  mxHosts,
  organization,
  outbound,
  policy,
  transport,
  user,
} from '../shared/readiness/ruleCase.ts';
import { snapshotOf } from './snapshotOf.ts';

const at = new Date('2026-11-23T12:00:00Z');

/**
 * Everything of this tenant that nobody else may learn holds one of these, in one spelling or another:
 * none may be left in a redacted report.
 */
export const canaries = [
  'zebrafinch',
  'quokka',
  'axolotl',
  'narwhal',
  'okapi',
  'pangolin',
  'tapir',
  'wombat',
  'ocelot',
  'deadbeef',
  '203.0.113.77',
  'caracal',
  'מרים',
] as const;

/** Names with all that documents, tables and commands choke on. */
export const hostileNames = [
  `=HYPERLINK("https://quokka.zebrafinch.example/","o'hara’s")`,
  '<script>alert("quokka")</script>@zebrafinch.example',
  '+quokka|pipe`tick`, "comma"; semi@zebrafinch.example',
  '-2+3 quokka\r\n=cmd|calc',
  '\u202Emoc.quokka@zebrafinch.example',
  'מרים@zebrafinch.example',
  '😀 quokka 👩‍👩‍👧 \u0000\uD800',
  ']]> & &amp; <!-- quokka -->',
  '_x0041_quokka \uFFFE\uFDD0',
  "o'hara.axolotl@zebrafinch.example",
];

const tenantName = `=Zebrafinch <Holding> & "Söhne"</title><script>alert(1)</script>${"'".repeat(40)}`;

function snapshot(): Snapshot {
  const taken = snapshotOf(
    {
      ...organization({
        defaultAuthenticationPolicy: 'Wombat policy',
        publicFoldersEnabled: 'Sideways',
        ewsEnabled: true,
        ewsAllowedAppIds: ['deadbeef-0000-4000-8000-000000000001'],
      }),
      ...transport({ smtpClientAuthenticationDisabled: false }),
      authenticationPolicies: [policy('Wombat policy', { allowBasicAuthPop: true })],
      users: [user('axolotl@zebrafinch.example', 'Wombat policy'), user('narwhal.okapi', null)],
      casMailboxes: hostileNames.map((name) => casMailbox(name, null)),
      mailboxes: [
        mailbox(
          'axolotl@zebrafinch.example',
          'alias@okapi.example',
          'alias@tapir.example',
          'a+b@zebrafinch.example',
        ),
        mailbox('narwhal@zebrafinch.onmicrosoft.com'),
      ],
      acceptedDomains: [
        accepted({ domainName: 'zebrafinch.example', smtpDaneStatus: 'Disabled' }),
        accepted({ domainName: 'okapi.example', smtpDaneStatus: 'Enabled' }),
      ],
      dkim: [dkim('zebrafinch.example', false, 'CnameMissing')],
      dns: [
        dns('zebrafinch.example', {
          mx: ['zebrafinch-example.o-v1.mx.microsoft', 'mail.zebrafinch.example'],
          dmarc: ['v=DMARC1; p=reject; rua=mailto:axolotl@reports.zebrafinch.example'],
          spf: ['v=spf1 ip4:203.0.113.77 include:_spf.okapi.example -all'],
        }),
        dns('okapi.example', { mx: ['zebrafinch-example.mail.protection.outlook.com'] }),
      ],
      inboundConnectors: ['From Pangolin Ltd', `Pangolin${'x'.repeat(40_000)}`].map((name) =>
        inbound({ name, enabled: true, requireTls: false }),
      ),
      outboundConnectors: [outbound({ name: 'To Caracal GmbH', smtpDaneMode: 'None' })],
      mxHosts: [
        {
          ...mxHosts('fail', [
            { hosts: ['mail.zebrafinch.example'], fingerprint: 'deadbeef'.repeat(8) },
          ]),
          domain: 'zebrafinch.example',
        },
      ],
      outlookInventory: [
        {
          user: null,
          device: 'OCELOT-LAPTOP-7',
          product: 'Microsoft Office Professional Plus 2010',
          build: '14.0.7268.5000',
          channel: null,
        },
      ],
    },
    {
      remoteDomains: {
        state: 'failed',
        reason: 'server-error',
        detail: 'tenant Zebrafinch: user axolotl may not',
        requestId: 'deadbeef-0000-4000-8000-000000000002',
      },
      smtpAuthClients: { call: 'C:\\Users\\axolotl\\quokka.csv' },
    },
  );
  return { ...taken, tenant: { id: 'deadbeef-0000-4000-8000-000000000003', name: tenantName } };
}

/** A judgement with waivers and changes, in which every name is hostile. */
export function hostileReport(): ReportInput {
  const { tenant, takenAt, sources, ...rest } = snapshot();
  const all = evaluateRules({ tenant, takenAt, sources, ...rest }, at);
  const results = applyWaivers(
    all,
    [
      {
        rule: 'connectors.tls',
        subject: null,
        reason: 'Pangolin is moving; ask axolotl',
        owner: 'Axel Axolotl',
        until: '2027-01-31T00:00:00Z',
      },
    ],
    at,
  );
  return {
    run: 17,
    tenant,
    takenAt,
    evaluatedAt: at.toISOString(),
    results,
    sources,
    changes: { since: '2026-10-01T00:00:00Z', entries: diffResults([], all) },
  };
}

/** A tenant of which nothing was read. */
export function emptyReport(): ReportInput {
  const { tenant, takenAt, sources } = snapshotOf({});
  const evaluatedAt = at.toISOString();
  return { run: null, tenant, takenAt, evaluatedAt, results: [], sources, changes: null };
}
