import { aliasesByDomain } from '../aliases.ts';
import { domainKey, isInitialDomain } from '../domains.ts';
import { dmarcPolicy, spfNamesExchange } from '../mailAuthentication.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import { notSet } from '../unknown.ts';
import type { SourceData } from '../../tenant/snapshot.ts';

interface Given {
  readonly acceptedDomains: SourceData<'acceptedDomains'>;
  readonly dkim: SourceData<'dkim'>;
  readonly dns: SourceData<'dns'>;
}

function acceptedFor(domain: string, { acceptedDomains }: Given) {
  return acceptedDomains.find(({ domainName, matchSubDomains }) => {
    const name = domainKey(domainName ?? '');
    return name === domain || (matchSubDomains === true && domain.endsWith(`.${name}`));
  });
}

function isAnswered({ status }: { readonly status: string }): boolean {
  return status === 'secure' || status === 'insecure';
}

/** Whether mail signed by Exchange passes DMARC for the domain. */
function alignment(domain: string, given: Given): Finding {
  const signing = given.dkim.find((entry) => domainKey(entry.domain ?? '') === domain);
  if (signing?.enabled === null) return notSet('dkim', 'enabled', domain);
  const dns = given.dns.find((entry) => domainKey(entry.domain) === domain);
  if (dns === undefined || !isAnswered(dns.dmarc) || !isAnswered(dns.spf)) {
    return { status: 'not-assessed', reason: 'domain-dns-unread', subject: domain };
  }
  const isSigned = signing?.enabled === true && /^valid$/i.test(signing.status ?? '');
  const policy = dmarcPolicy(dns.dmarc.records);
  const evidence = [
    { source: 'dkim', property: 'enabled', value: signing?.enabled ?? false },
    { source: 'dkim', property: 'status', value: signing?.status ?? null },
    { source: 'dns', property: 'dmarc.records', value: dns.dmarc.records },
    { source: 'dns', property: 'spf.records', value: dns.spf.records },
  ] as const;
  const about = { subject: domain, evidence };
  if (isSigned) {
    return policy === null
      ? { ...about, status: 'warning', reason: 'alias-no-dmarc', commands: [] }
      : { ...about, status: 'pass', reason: 'alias-aligned' };
  }
  const isStrict = policy === 'quarantine' || policy === 'reject';
  return isStrict && !spfNamesExchange(dns.spf.records)
    ? { ...about, status: 'fail', reason: 'alias-dmarc-fails' }
    : { ...about, status: 'warning', reason: 'alias-no-dkim' };
}

function judge(domain: string, given: Given, isComplete: boolean): Finding {
  const about = { subject: domain, commands: [] };
  if (isInitialDomain(domain)) {
    return { ...about, status: 'warning', severity: 'info', reason: 'alias-initial' };
  }
  const accepted = acceptedFor(domain, given);
  if (accepted === undefined) {
    return isComplete
      ? { ...about, status: 'fail', reason: 'alias-not-accepted' }
      : { status: 'not-assessed', reason: 'incomplete', subject: domain };
  }
  const sending = accepted.sendingFromDomainDisabled;
  if (sending === null) return notSet('acceptedDomains', 'sendingFromDomainDisabled', domain);
  if (sending) {
    const evidence = [
      { source: 'acceptedDomains', property: 'sendingFromDomainDisabled', value: true } as const,
    ];
    return { ...about, status: 'fail', reason: 'alias-sending-disabled', evidence };
  }
  const unsigned = !given.dkim.some((entry) => domainKey(entry.domain ?? '') === domain);
  if (unsigned && !isComplete) {
    return { status: 'not-assessed', reason: 'incomplete', subject: domain };
  }
  return alignment(domain, given);
}

export const rule = defineRule({
  id: 'send-from-alias.domains',
  severity: 'medium',
  words: 'send-from-alias-domains',
  needs: {
    mailboxes: ['emailAddresses'],
    acceptedDomains: ['domainName', 'sendingFromDomainDisabled'],
    dkim: ['domain', 'enabled', 'status'],
    dns: [],
  },
  optional: [],
  sources: [
    'https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-user-mailboxes/add-or-remove-email-addresses',
    'https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure',
    'https://www.rfc-editor.org/rfc/rfc7489#section-3.1',
  ],
  deadlines: [],
  example: 'contoso.com',
  remedy: (names) =>
    remedyOf({
      commands: names.map((name) =>
        cmdlet('Set-DkimSigningConfig', { Identity: name, Enabled: true }),
      ),
      rollback: names.map((name) =>
        cmdlet('Set-DkimSigningConfig', { Identity: name, Enabled: false }),
      ),
      verify: names.map((name) => cmdlet('Get-DkimSigningConfig', { Identity: name })),
    }),
  findings({ mailboxes, ...given }, { complete }) {
    const { domains, plus } = aliasesByDomain(mailboxes);
    if (domains.size === 0) return [{ status: 'not-applicable', reason: 'alias-none' }];
    const findings = [...domains].map(([domain, affected]): Finding => ({
      ...judge(domain, given, complete),
      affected,
    }));
    if (plus.length === 0) return findings;
    return [
      ...findings,
      { status: 'warning', severity: 'info', reason: 'alias-plus', affected: plus, names: [] },
    ];
  },
});
