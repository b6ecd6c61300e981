import { powerShellQuote } from '../../tlsa/quote.ts';

/** Names in place of names: the same one for the same, wherever it stands. */
export interface Redactor {
  /** A whole value that names somebody or something: whatever it is, none of it is left. */
  readonly name: (text: string) => string;
  /** A text of ours or Microsoft's that may hold names in its midst. */
  readonly text: (text: string) => string;
  /** A command whose values are all verbatim strings. */
  readonly command: (command: string) => string;
}

const label = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_-]{0,62})`;
const domainPattern = String.raw`(?:${label}\.){1,126}(?:xn--[a-z0-9-]{1,59}|\p{L}[\p{L}\p{M}]{1,62})\.?`;
const guidPattern = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ipv6Pattern = String.raw`(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})`;
const ipv4Pattern = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const fingerprintPattern = '[0-9a-f]{16,}';
const addressPattern = String.raw`[^\s@<>"'(),;:\\[\]=]{1,64}@${domainPattern}`;

const kinds = ['address', 'guid', 'ipv6', 'ipv4', 'fingerprint', 'domain'] as const;
type Kind = (typeof kinds)[number];
const patterns: Readonly<Record<Kind, string>> = {
  address: addressPattern,
  guid: guidPattern,
  ipv6: ipv6Pattern,
  ipv4: ipv4Pattern,
  fingerprint: fingerprintPattern,
  domain: domainPattern,
};
const inText = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:${kinds.map((kind) => `(?<${kind}>${patterns[kind]})`).join('|')})(?![\p{L}\p{N}_-])`,
  'giu',
);
const whole = Object.fromEntries(
  kinds.map((kind) => [kind, new RegExp(`^${patterns[kind]}$`, 'iu')]),
) as Record<Kind, RegExp>;

/** Of Microsoft, and the same for everyone. */
const common = new Set([
  'spf.protection.outlook.com',
  'outlook.office365.com',
  'smtp.office365.com',
  'outlook.office.com',
]);
/** Of Microsoft, behind something that names the tenant. */
const microsoft = [
  'mail.protection.outlook.com',
  'mail.onmicrosoft.com',
  'onmicrosoft.com',
  'mx.microsoft',
];
/** What our commands hold in quotes, whoever the tenant is. */
const ourOwn = new Set([
  'Block basic authentication',
  'CurrentUser',
  'ExchangeOnlineManagement',
  'None',
  'Opportunistic',
  'Unlimited',
  'sync_summary.csv',
]);
/** Shorter names would be found in words that have nothing to do with them. */
const knownNameMin = 4;

/** Counts up for every key it has not met. */
function numbers() {
  const known = new Map<string, number>();
  return (key: string): number => {
    const number = known.get(key) ?? known.size + 1;
    known.set(key, number);
    return number;
  };
}

/** In small letters, each as long as it was, so that places in the one are places in the other. */
function folded(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

function keyOf(text: string): string {
  const bareName = text.replaceAll(/\p{Cc}/gu, '').trim();
  return folded(bareName.normalize('NFC'));
}

/** `key` in small letters. */
function replaceEvery(text: string, key: string, replacement: string): string {
  const small = folded(text);
  const pieces: string[] = [];
  let from = 0;
  for (let at = small.indexOf(key); at >= 0; at = small.indexOf(key, from)) {
    pieces.push(text.slice(from, at), replacement);
    from = at + key.length;
  }
  return from === 0 ? text : pieces.join('') + text.slice(from);
}

function bare(domain: string): string {
  return keyOf(domain).replace(/\.$/, '');
}

/** `domains`: those that are the tenant's own, in order; other names may lie below them. */
export function createRedactor(domains: readonly string[]): Redactor {
  const numberOf = {
    address: numbers(),
    domain: numbers(),
    host: numbers(),
    guid: numbers(),
    ip: numbers(),
    fingerprint: numbers(),
    name: numbers(),
  };
  const roots = new Set(domains.map((domain) => bare(domain)));
  for (const root of roots) redactDomain(root);
  const names = new Map<string, string>();

  function rootOf(domain: string): string {
    const labels = domain.split('.');
    const parents = labels.map((_, index) => labels.slice(index).join('.'));
    return parents.findLast((parent) => roots.has(parent)) ?? domain;
  }

  function redactDomain(text: string): string {
    const domain = bare(text);
    const dot = text.endsWith('.') ? '.' : '';
    if (common.has(domain) || microsoft.includes(domain)) return text;
    const suffix = microsoft.find((one) => domain.endsWith(`.${one}`));
    if (suffix !== undefined) return `tenant${numberOf.host(domain)}.${suffix}${dot}`;
    const root = rootOf(domain);
    const replaced = `example${numberOf.domain(root)}.test`;
    return root === domain ? `${replaced}${dot}` : `host${numberOf.host(domain)}.${replaced}${dot}`;
  }

  function redactIpv4(text: string): string {
    const number = numberOf.ip(text);
    // RFC 2544's range, which is nobody's.
    return `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
  }

  function redactAddress(text: string): string {
    const at = text.lastIndexOf('@');
    return `person${numberOf.address(keyOf(text))}@${redactDomain(text.slice(at + 1))}`;
  }

  const redactOf: Readonly<Record<Kind, (text: string) => string>> = {
    address: redactAddress,
    guid: (text) =>
      `00000000-0000-4000-8000-${numberOf.guid(keyOf(text)).toString(16).padStart(12, '0')}`,
    ipv6: (text) => `2001:db8::${numberOf.ip(keyOf(text)).toString(16)}`,
    ipv4: redactIpv4,
    fingerprint: (text) => numberOf.fingerprint(keyOf(text)).toString(16).padStart(16, '0'),
    domain: redactDomain,
  };

  function patternsIn(text: string): string {
    return text.replace(inText, (match, ...rest) => {
      const groups = rest.at(-1) as Readonly<Record<Kind, string | undefined>>;
      const kind = kinds.find((candidate) => groups[candidate] !== undefined);
      return kind === undefined ? match : redactOf[kind](match);
    });
  }

  function knownNamesIn(text: string): string {
    return [...names].reduce(
      (rest, [key, replacement]) =>
        key.length < knownNameMin ? rest : replaceEvery(rest, key, replacement),
      text.normalize('NFC'),
    );
  }

  function name(text: string): string {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed === '?') return text;
    const kind = kinds.find((candidate) => whole[candidate].test(trimmed));
    if (kind !== undefined) return redactOf[kind](trimmed);
    const key = keyOf(text);
    // A certificate's host and fingerprint.
    const parts = /^(\S+) \(([0-9a-f]{16})\)$/i.exec(trimmed);
    if (parts !== null) {
      const [, host = '', fingerprint = ''] = parts;
      return `${name(host)} (${redactOf.fingerprint(fingerprint)})`;
    }
    const replacement = names.get(key) ?? `Name ${numberOf.name(key)}`;
    names.set(key, replacement);
    return replacement;
  }

  return {
    name,
    text: (text) => patternsIn(knownNamesIn(text)),
    command: (command) =>
      command.replaceAll(
        /['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b]/gu,
        (literal, quoted: string) => {
          const value = quoted.replaceAll(/(['\u2018-\u201b])['\u2018-\u201b]/gu, '$1');
          return ourOwn.has(value) ? literal : powerShellQuote(name(value));
        },
      ),
  };
}
