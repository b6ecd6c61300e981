/** DNS changes as lines of a zone file. Names of a snapshot are anybody's: what is no host name gives none. */
import { domainKey } from './domains.ts';

const hostName = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,62}\.)+[a-z0-9][a-z0-9-]{0,62}$/;

export function mxLine(domain: string, host: string, preference: number): readonly string[] {
  const [owner, target] = [domainKey(domain), domainKey(host)];
  const isPlain = hostName.test(owner) && hostName.test(target);
  return isPlain ? [`${owner}. IN MX ${preference} ${target}.`] : [];
}

export function cnameLine(name: string, target: string): readonly string[] {
  const [owner, leadsTo] = [domainKey(name), domainKey(target)];
  const isPlain = hostName.test(owner) && hostName.test(leadsTo);
  return isPlain ? [`${owner}. IN CNAME ${leadsTo}.`] : [];
}

/** `text`: ours, without quotes. */
export function txtLine(name: string, text: string): readonly string[] {
  const owner = domainKey(name);
  return hostName.test(owner) ? [`${owner}. IN TXT "${text}"`] : [];
}
