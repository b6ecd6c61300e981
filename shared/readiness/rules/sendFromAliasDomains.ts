import { aliasesByDomain } from '../aliases.ts';
import { domainKey, isInitialDomain } from '../domains.ts';
import { dmarcPolicy, spfOfExchange } from '../mailAuthentication.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, Finding } from '../rule.ts';
import { notKnown, notSet } from '../unknown.ts';
import { cnameLine, txtLine } from '../zoneLines.ts';
import type { DomainDns } from '../../tenant/records/domains.ts';
import type { SourceData } from '../../tenant/snapshot.ts';

interface Given {
  readonly acceptedDomains: SourceData<'acceptedDomains'>;
  readonly dkim: SourceData<'dkim'>;
  readonly dns: SourceData<'dns'>;
}

type Signing = SourceData<'dkim'>[number];

function acceptedFor(domain: string, { acceptedDomains }: Given) {
  return acceptedDomains.find(({ domainName, matchSubDomains }) => {
    const name = domainKey(domainName ?? '');
    return name === domain || (matchSubDomains === true && domain.endsWith(`.${name}`));
  });
}

function isAnswered({ status }: { readonly status: string }): boolean {
  return status === 'secure' || status === 'insecure';
}

/** Whether Exchange signs with the domain's own key; a finding where nobody can tell. */
function signingOf(domain: string, signing: Signing | undefined): boolean | Finding {
  if (signing === undefined) return false;
  if (signing.enabled === null) return notSet('dkim', 'enabled', domain);
  if (!signing.enabled) return false;
  if (signing.status === null) return notSet('dkim', 'status', domain);
  if (/^valid$/i.test(signing.status)) return true;
  const isKnown = /^(?:CnameMissing|NoDKIMKeys|NoRecordsFound|Invalid)$/i.test(signing.status);
  return isKnown ? false : notKnown('dkim', 'status', signing.status, domain);
}

/** The records that Exchange looks for before it signs. */
function dkimRecords(domain: string, signing: Signing | undefined): readonly string[] {
  const targets = [signing?.selector1Cname ?? null, signing?.selector2Cname ?? null];
  return targets.flatMap((target, index) =>
    target === null ? [] : cnameLine(`selector${index + 1}._domainkey.${domain}`, target),
  );
}

function evidenceOf(signing: Signing | undefined, dns: DomainDns): readonly Evidence[] {
  return [
    { source: 'dkim', property: 'enabled', value: signing?.enabled ?? false },
    { source: 'dkim', property: 'status', value: signing?.status ?? null },
    { source: 'dns', property: 'dmarc.records', value: dns.dmarc.records },
    { source: 'dns', property: 'spf.records', value: dns.spf.records },
  ];
}

/** Whether mail from the domain passes DMARC: its DKIM key is the domain's, so it aligns, strictly too. */
function alignment(domain: string, given: Given): Finding {
  const signing = given.dkim.find((entry) => domainKey(entry.domain ?? '') === domain);
  const isSigned = signingOf(domain, signing);
  if (typeof isSigned !== 'boolean') return isSigned;
  const dns = given.dns.find((entry) => domainKey(entry.domain) === domain);
  if (dns === undefined || !isAnswered(dns.dmarc) || !isAnswered(dns.spf)) {
    return { status: 'not-assessed', reason: 'domain-dns-unread', subject: domain };
  }
  const { foundAt, records } = dns.dmarc;
  const policy = dmarcPolicy(records, foundAt !== null && domainKey(foundAt) !== domain);
  const about = { subject: domain, evidence: evidenceOf(signing, dns) };
  const publish = policy === null ? txtLine(`_dmarc.${domain}`, 'v=DMARC1; p=none') : [];
  if (isSigned) {
    return policy === null
      ? { ...about, status: 'warning', reason: 'alias-no-dmarc', commands: [], records: publish }
      : { ...about, status: 'pass', reason: 'alias-aligned' };
  }
  const toPublish = { ...about, records: [...dkimRecords(domain, signing), ...publish] };
  const spf = spfOfExchange(dns.spf.records);
  const isStrict = policy === 'quarantine' || policy === 'reject';
  if (isStrict && spf === 'absent') {
    return { ...toPublish, status: 'fail', reason: 'alias-dmarc-fails' };
  }
  const reason = isStrict && spf === 'unclear' ? 'alias-spf-unclear' : 'alias-no-dkim';
  return { ...toPublish, status: 'warning', reason };
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
    const about = { affected: plus, names: [], commands: [] };
    return [...findings, { ...about, status: 'warning', severity: 'info', reason: 'alias-plus' }];
  },
});
