/** Non-delivery reports and lines of a message trace. */
import { noExplanation } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { meaningOf, otherCode, statusCodesIn } from './statusCodes.ts';

const hostName = /^(?=.{1,253}$)(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]*$/i;

function field(text: string, name: string): string | null {
  const found = new RegExp(`[\\[{]${name}=([^\\]}]*)[\\]}]`, 'i').exec(text)?.[1]?.trim();
  return found === undefined || found === '' ? null : found;
}

function hostOr(text: string | null | undefined): string | null {
  const host = text?.trim().replace(/\.$/, '').toLowerCase() ?? '';
  return hostName.test(host) ? host : null;
}

interface Place {
  readonly ip: string | null;
  readonly port: number | null;
}

/** `192.0.2.1:25`, `[2001:db8::1]:25`, `2001:db8::1`. */
function placeOf(text: string | null): Place {
  const plain = text?.trim() ?? '';
  const [, v4, portOfV4] = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/.exec(plain) ?? [];
  if (v4 !== undefined) return { ip: v4, port: portOfV4 === undefined ? null : Number(portOfV4) };
  const [, v6, portOfV6] =
    /^\[?([\da-f]*:[\da-f:.]+?)\]?(?:(?<=\]):(\d{1,5}))?$/i.exec(plain) ?? [];
  return { ip: v6 ?? null, port: portOfV6 === undefined ? null : Number(portOfV6) };
}

/** `2023-06-06T10:23:06.0` behind the name of a server; Exchange Online's times are UTC. */
function timeOf(text: string): string | null {
  const iso = /\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d*)?Z?/.exec(text)?.[1];
  const american = field(text, 'LRT');
  const time = iso === undefined ? Date.parse(`${american ?? ''} UTC`) : Date.parse(`${iso}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** The domain of the first recipient; addresses of who reports the failure are passed over. */
function recipientDomain(text: string): string | null {
  const finalRecipient = /Final-Recipient:\s*rfc822;\s*\S+@([\w.-]+)/i.exec(text)?.[1];
  const addresses = [...text.matchAll(/[\w.+'-]{1,64}@((?:[\w-]+\.)+[a-z][\w-]*)/gi)]
    .filter(([address]) => !/^(?:postmaster|mailer-daemon|microsoftexchange)/i.test(address))
    .map(([, domain]) => domain);
  return hostOr(finalRecipient ?? addresses[0]);
}

/** Who was being delivered to, in the words of other servers. */
function serverIn(text: string): string | null {
  return hostOr(
    /\bRemote-MTA:\s*dns;\s*([\w.-]+)/i.exec(text)?.[1] ??
      /(?:Remote server|Receiving server|Remote Server at)\s*:?\s*['"]?([\w.-]+\.[a-z]+)/i.exec(
        text,
      )?.[1] ??
      /\[([\w-]+(?:\.[\w-]+)+)\s+\d{4}-\d\d-\d\dT/.exec(text)?.[1],
  );
}

function explained(
  kind: Explanation['kind'],
  codes: readonly string[],
): Pick<Explanation, 'kind' | 'codes' | 'cause' | 'whoseSide' | 'next' | 'verdict' | 'params'> {
  const [first = ''] = codes;
  const { cause, whoseSide, next } = meaningOf(first) ?? otherCode;
  return {
    kind,
    codes: [...codes],
    cause,
    whoseSide,
    next: [...next],
    verdict: first.startsWith('4') ? 'retrying' : 'rejected',
    params: { code: first },
  };
}

/** A line of a message trace: `Reason: [{LED=450 4.7.323 …`. `null`: it is none. */
export function explainTrace(text: string): Explanation | null {
  if (!/\bLED=|LastAttemptedServerName|OutboundProxyTargetHostName/i.test(text)) return null;
  const codes = statusCodesIn(text);
  if (codes.length === 0) return null;
  const place = placeOf(
    field(text, 'LastAttemptedIP') ??
      field(text, 'IP') ??
      /OutboundProxyTargetIP:\s*([\da-f.:]*[\da-f])/i.exec(text)?.[1] ??
      null,
  );
  const server = hostOr(
    field(text, 'LastAttemptedServerName') ??
      field(text, 'FQDN') ??
      /OutboundProxyTargetHostName:\s*([\w.-]+)/i.exec(text)?.[1],
  );
  const security = field(text, 'SmtpSecurity');
  return {
    ...noExplanation,
    ...explained('message-trace', codes),
    ...place,
    server,
    domain: recipientDomain(text),
    time: timeOf(text),
    verbatim: security === null ? [] : [`SmtpSecurity=${security}`],
  };
}

const replyForm =
  /(?<![\d.])[45]\d\d[ -]+[45]\.\d{1,3}\.\d{1,3}|Diagnostic-Code:|Remote server returned|couldn't be delivered|Delivery has failed|Status:\s*[45]\.\d/i;

/** A non-delivery report, or the reply of a server in one. `null`: it is none. */
export function explainReport(text: string): Explanation | null {
  const codes = statusCodesIn(text);
  if (codes.length === 0) return null;
  const isKnown = codes.some((code) => meaningOf(code) !== null);
  if (!replyForm.test(text) && !(isKnown && text.length < 400)) return null;
  return {
    ...noExplanation,
    ...explained('ndr', codes),
    server: serverIn(text),
    domain: recipientDomain(text),
    time: timeOf(text),
  };
}
