import { describeSource } from '../../tenant/sources.ts';
import type { SourceEntry } from '../../tenant/snapshot.ts';
import type { Evidence, Params, Remedy, RuleResult } from '../rule.ts';
import { createRedactor } from './createRedactor.ts';
import type { Redactor } from './createRedactor.ts';
import type { ReportInput } from './reportInput.ts';

/** Sources whose words are Microsoft's or ours; what else is text names somebody or something. */
const plainEvidence: ReadonlySet<string> = new Set([
  'acceptedDomains.smtpDaneStatus',
  'dkim.status',
  'dns.mtaSts.mode',
  'dns.mx.status',
  'dns.zone.status',
  'dnssecStatus.dnssecFeatureStatus',
  'messageCenter.actionRequiredByDateTime',
  'messageTraces.failures.code',
  'mxHosts.certificates.notAfter',
  'mxHosts.findings',
  'mxHosts.verdict',
  'organizationConfig.publicFoldersEnabled',
  'outboundConnectors.smtpDaneMode',
  'outboundConnectors.tlsSettings',
  'smtpDaneInbound.SmtpDaneStatus',
]);
/** Texts with names in their midst. */
const mixedEvidence: ReadonlySet<string> = new Set([
  'dns.dmarc.records',
  'dns.spf.records',
  'messageCenter.title',
]);
const plainParams: ReadonlySet<string> = new Set([
  'because',
  'codes',
  'date',
  'property',
  'protocol',
  'source',
  'until',
]);
/** What somebody wrote by hand, or an error says: nothing can be told of what is in it. */
const withheldParams: ReadonlySet<string> = new Set(['problem', 'reason']);
const withheld = '…';

/** A word or a time as Microsoft's settings hold it. */
const word = /^[\w:.+-]{1,40}$/;
/** A property as records name it, or a count of its values. */
const propertyName = /^[\w.]{1,80}(?:=(?:true|false|null))?$/;
const messageCenterId = /^MC\d{1,9}$/;
/**
 * Words of which names and versions of Outlook and of apps in Microsoft's reports are made; anything
 * else may be a person's or a device's.
 */
const product =
  /^(?:Microsoft|Office|Outlook|365|Apps|for|enterprise|business|Windows|Mac|Professional|Plus|Standard|Home|Student|and|LTSC|MSO|MSI|Volume|Retail|Version|M365|Mobile|Web|Mail|App|Other|Undetermined|iOS|Android|POP3|IMAP4|SMTP|(?:32|64)-bit|20\d\d|\d{1,2}(?:\.\d{1,6}){0,3})$/i;

function isProduct(text: string): boolean {
  return text.split(/[\s()®]+/u).every((part) => part === '' || product.test(part));
}

/** A word of Microsoft's, known to this version or not. */
function isPlain(setting: string, value: string): boolean {
  return plainEvidence.has(setting) && word.test(value);
}

function redactValue(value: Evidence['value'], one: (text: string) => string): Evidence['value'] {
  if (typeof value === 'string') return one(value);
  return Array.isArray(value) ? value.map((item: string) => one(item)) : value;
}

function redactProperty({ source, property }: Evidence, redactor: Redactor): string {
  // Named by the rule, not by the log.
  if (source === 'signIns') return property;
  if (source === 'appUsageVersions' || source === 'appUsageCounts') {
    return isProduct(property) ? property : withheld;
  }
  if (source !== 'authenticationPolicies') return propertyName.test(property) ? property : withheld;
  const dot = property.lastIndexOf('.');
  return dot < 0 ? property : `${redactor.name(property.slice(0, dot))}${property.slice(dot)}`;
}

function redactEvidence(evidence: Evidence, redactor: Redactor): Evidence {
  const { source, property, value } = evidence;
  const key = `${source}.${property}`;
  const one = (text: string): string => {
    if (isPlain(key, text)) return text;
    return mixedEvidence.has(key) ? redactor.text(text) : redactor.name(text);
  };
  return { source, property: redactProperty(evidence, redactor), value: redactValue(value, one) };
}

function redactParams(params: Params, redactor: Redactor): Params {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value === 'number' || plainParams.has(key)) return [key, value];
      if (withheldParams.has(key)) return [key, withheld];
      if (key === 'subject') return [key, redactSubject(value, redactor)];
      if (key === 'value' && isPlain(`${params['source']}.${params['property']}`, value)) {
        return [key, value];
      }
      if (key === 'title') return [key, redactor.text(value)];
      return [key, redactor.name(value)];
    }),
  );
}

function redactSubject(subject: string, redactor: Redactor): string {
  return messageCenterId.test(subject) ? subject : redactor.name(subject);
}

/** An installation is told as its user or device, then the product. */
function redactAffected(text: string, redactor: Redactor): string {
  if (isProduct(text)) return text;
  const at = text.lastIndexOf(': ');
  const [owner, what] = [text.slice(0, at), text.slice(at + 2)];
  return at > 0 && isProduct(what) ? `${redactor.name(owner)}: ${what}` : redactor.name(text);
}

function redactRemedy(remedy: Remedy, redactor: Redactor): Remedy {
  const commands = (list: readonly string[]) => list.map((one) => redactor.command(one));
  return {
    commands: commands(remedy.commands),
    records: remedy.records.map((line) => redactor.text(line)),
    rollback: commands(remedy.rollback),
    verify: commands(remedy.verify),
  };
}

function redactResult(result: RuleResult, redactor: Redactor): RuleResult {
  const { subject, evidence, affected, reason, remedy } = result;
  return {
    ...result,
    subject: subject === null ? null : redactSubject(subject, redactor),
    evidence: evidence.map((one) => redactEvidence(one, redactor)),
    affected: {
      count: affected.count,
      sample: affected.sample.map((text) => redactAffected(text, redactor)),
    },
    reason: { code: reason.code, params: redactParams(reason.params, redactor) },
    remedy: remedy === null ? null : redactRemedy(remedy, redactor),
  };
}

function redactSource(entry: SourceEntry, redactor: Redactor): SourceEntry {
  const { id, call, requestId } = entry;
  return {
    ...entry,
    // Of an import it is the file's name.
    call: call === describeSource(id).call ? call : redactor.name(call),
    requestId: requestId === null ? null : redactor.name(requestId),
    detail: entry.detail === null ? null : withheld,
  };
}

const domainRules = /^(?:dane\.inbound|dane\.own-mx|send-from-alias\.domains)$/;

/**
 * The same report with other names: people, addresses, domains, hosts, connectors, policies, ids. Who
 * was the same before is the same after. Free text that somebody wrote is withheld.
 */
export function redactInput(input: ReportInput): ReportInput {
  const own = input.results.flatMap(({ rule, subject }) =>
    subject !== null && domainRules.test(rule) ? [subject] : [],
  );
  const redactor = createRedactor(own);
  const { id, name } = input.tenant;
  const tenant = {
    id: id === null ? null : redactor.name(id),
    name: redactor.name(name),
  };
  const pass = (): Pick<ReportInput, 'results' | 'sources'> => ({
    results: input.results.map((result) => redactResult(result, redactor)),
    sources: input.sources?.map((entry) => redactSource(entry, redactor)) ?? null,
  });
  // Names that are met late may stand in texts met early.
  pass();
  const changes = input.changes;
  return {
    ...input,
    tenant,
    ...pass(),
    changes:
      changes === null
        ? null
        : {
            since: changes.since,
            entries: changes.entries.map((entry) => ({
              ...entry,
              subject: entry.subject === null ? null : redactSubject(entry.subject, redactor),
            })),
          },
  };
}
