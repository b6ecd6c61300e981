import { describe, expect, test } from 'vitest';
import { accepted, dns, organization, transport } from '../readiness/ruleCase.ts';
import * as exchange from '../../../shared/tenant/records/exchange.ts';
import * as graph from '../../../shared/tenant/records/graph.ts';
import { dnssecStatusSchema } from '../../../shared/tenant/records/domains.ts';
import { recordOf, snapshotOf } from '../../support/snapshotOf.ts';
import { settingRows, settingSources } from '../../../shared/tenant/settingRows.ts';
import { tenantMeanings } from '../../../shared/words/en/tenantMeanings.ts';
import type { Fields } from '../../../shared/tenant/fields.ts';
import type { SnapshotData } from '../../../shared/tenant/snapshot.ts';
import type { z } from 'zod';

/** A record in which nothing is set. */
function unset<Schema extends z.ZodObject>(schema: Schema): z.output<Schema> {
  const values = Object.entries(schema.shape).map(([name, each]) => {
    const empty = [null, [], 'x'].find((value) => (each as z.ZodType).safeParse(value).success);
    return [name, empty];
  });
  return Object.fromEntries(values) as z.output<Schema>;
}
const one = <Table extends Fields>(fields: Table) => [recordOf(fields, {})];

/** One record of every source that has settings. */
const everything: Partial<SnapshotData> = {
  ...organization({}),
  ...transport({}),
  organization: unset(graph.organizationSchema),
  domains: [unset(graph.graphDomainSchema)],
  acceptedDomains: [accepted({ domainName: 'contoso.example' })],
  dnssecStatus: [unset(dnssecStatusSchema)],
  smtpDaneInbound: [
    { domain: 'contoso.example', values: [{ property: 'SmtpDaneInboundStatus', value: 'On' }] },
  ],
  outboundConnectors: one(exchange.outboundConnectorFields),
  inboundConnectors: one(exchange.inboundConnectorFields),
  dkim: one(exchange.dkimFields),
  remoteDomains: one(exchange.remoteDomainFields),
  authenticationPolicies: one(exchange.authenticationPolicyFields),
  casMailboxPlans: one(exchange.casMailboxPlanFields),
  securityDefaults: recordOf(graph.securityDefaultsFields, {}),
  conditionalAccess: [unset(graph.conditionalAccessPolicySchema)],
  reportSettings: recordOf(graph.reportSettingsFields, {}),
  dns: [
    {
      ...dns('contoso.example'),
      dkim: [{ status: 'secure', reason: null, selector: 'selector1', target: null }],
    },
  ],
};

describe('settings', () => {
  const { data, sources } = snapshotOf(everything);
  const rows = settingRows(data, sources);

  test('have words for what they mean, every one', () => {
    const shown = new Set(rows.map(({ source }) => source));
    expect(settingSources.filter((source) => !shown.has(source))).toEqual(['mxHosts']);
    const ids = rows.map(({ source, name }) => `tenant.meaning.${source}.${name}`);
    expect(ids.length).toBeGreaterThan(130);
    expect(ids.filter((id) => !Object.hasOwn(tenantMeanings, id))).toEqual([]);
  });

  test('have no words for what is no setting', () => {
    const ids = new Set(rows.map(({ source, name }) => `tenant.meaning.${source}.${name}`));
    const left = Object.keys(tenantMeanings).filter((id) => !ids.has(id));
    expect(left).toEqual([
      'tenant.meaning.mxHosts.verdict',
      'tenant.meaning.mxHosts.protectedByDane',
    ]);
  });
});

test('a property that the answer lacked says nothing of its value', () => {
  const { data, sources } = snapshotOf(transport({}), {
    transportConfig: { missing: ['smtpClientAuthenticationDisabled'] },
  });
  const rows = settingRows(data, sources);
  const present = rows.filter((row) => row.present).map(({ name }) => name);
  expect(present).not.toContain('smtpClientAuthenticationDisabled');
  expect(rows.length - present.length).toBe(1);
});
