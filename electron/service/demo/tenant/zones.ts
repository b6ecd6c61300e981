/** The DNS of Contoso: one domain that is done with DANE, one that is not, one with its own servers. */
import { alpineDomain, mainDomain, worksDomain } from './people.ts';
import { alpineHost } from './exchangeAnswers.ts';

export interface DemoZone {
  readonly origin: string;
  readonly delegation: 'signed' | 'unsigned';
  readonly lines: readonly string[];
}

export const worksHosts = [`mail.${worksDomain}`, `mail2.${worksDomain}`] as const;

/** `tlsa`: data of the TLSA record of each of the works' own servers. */
export function demoZones(tlsa: readonly string[]): readonly DemoZone[] {
  const signed = 'signed' as const;
  return [
    { origin: '.', delegation: signed, lines: [] },
    { origin: 'example', delegation: signed, lines: [] },
    { origin: 'microsoft', delegation: signed, lines: [] },
    { origin: 'mx.microsoft', delegation: signed, lines: [`${alpineHost}. IN A 192.0.2.25`] },
    {
      origin: 'outlook.com',
      delegation: 'unsigned',
      lines: ['contoso-example.mail.protection IN A 192.0.2.26'],
    },
    {
      origin: mainDomain,
      delegation: 'unsigned',
      lines: [
        '@ IN MX 0 contoso-example.mail.protection.outlook.com.',
        '@ IN TXT "v=spf1 include:spf.protection.outlook.com ~all"',
        '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:dmarc@contoso.example"',
        'selector1._domainkey IN CNAME selector1-contoso-example._domainkey.contosodemo.onmicrosoft.com.',
        'selector2._domainkey IN CNAME selector2-contoso-example._domainkey.contosodemo.onmicrosoft.com.',
      ],
    },
    {
      origin: alpineDomain,
      delegation: signed,
      lines: [
        `@ IN MX 10 ${alpineHost}.`,
        '@ IN TXT "v=spf1 include:spf.protection.outlook.com -all"',
        '_dmarc IN TXT "v=DMARC1; p=reject"',
        '_mta-sts IN TXT "v=STSv1; id=20260101"',
        'mta-sts IN A 192.0.2.80',
        '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@contoso-alpine.example"',
      ],
    },
    {
      origin: worksDomain,
      delegation: signed,
      lines: [
        ...worksHosts.flatMap((host, index) => [
          `@ IN MX ${10 * (index + 1)} ${host}.`,
          `${host}. IN A 127.0.0.1`,
          `_25._tcp.${host}. IN TLSA 3 1 1 ${tlsa[index] ?? ''}`,
        ]),
        '@ IN TXT "v=spf1 mx -all"',
      ],
    },
  ];
}

/** The policy of the domain that moved: its wildcard stands for one label and no longer fits. */
export const demoPolicies: Readonly<Record<string, string>> = {
  [`mta-sts.${alpineDomain}`]:
    'version: STSv1\r\nmode: enforce\r\nmx: *.mx.microsoft\r\nmax_age: 604800\r\n',
};
