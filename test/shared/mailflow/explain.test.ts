import { gzipSync } from 'node:zlib';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../../shared/mailflow/explain.ts';
import { explanationSchema } from '../../../shared/mailflow/explanation.ts';
import { runCli } from '../../support/runCli.ts';
import { patience } from '../../support/patience.ts';

const at = new Date('2026-11-23T12:00:00Z');
const one = (text: string) => explain(text, at)[0]!;

/** Word for word as an administrator found it. */
const seedLine =
  'Reason: [{LED=450 4.7.323 tlsa-invalid: The domain failed DANE validation [Message=450 4.7.323 tlsa-invalid: The domain failed DANE validation] [LastAttemptedServerName=smtphost.exchangelabs.nl] [LastAttemptedIP=185.116.41.45:25] [SmtpSecurity=11;-1] [HE1EUR01FT069.eop-EUR01.prod.protection.outlook.com 2023-06-06T10:23:06.0. OutboundProxyTargetIP: 185.116.41.45. OutboundProxyTargetHostName: smtphost.exchangelabs.nl';

describe('a line of a message trace', () => {
  it('tells server, address, port, time, and the field that nobody documents', () => {
    expect(one(seedLine)).toMatchObject({
      kind: 'message-trace',
      codes: ['4.7.323'],
      cause: 'dane-tlsa',
      server: 'smtphost.exchangelabs.nl',
      ip: '185.116.41.45',
      port: 25,
      domain: null,
      time: '2023-06-06T10:23:06Z',
      verbatim: ['SmtpSecurity=11;-1'],
      verdict: 'retrying',
      whoseSide: 'theirs',
    });
  });

  it('is read in the form of the Graph API as well', () => {
    const text =
      'The message was deferred. Reason: [{LED=450 4.7.321 starttls-not-supported};{MSG=};{FQDN=mx1.partner.example};{IP=2001:db8::25};{LRT=11/20/2026 8:15:10 AM}]';
    expect(one(text)).toMatchObject({
      kind: 'message-trace',
      codes: ['4.7.321'],
      cause: 'dane-starttls',
      server: 'mx1.partner.example',
      ip: '2001:db8::25',
      port: null,
      time: '2026-11-20T08:15:10Z',
    });
  });
});

describe('a non-delivery report', () => {
  it('tells the code, the domain and the server', () => {
    const text = `Delivery has failed to these recipients or groups:
anna@partner.example
Remote server returned '550 5.7.323 tlsa-invalid: The domain failed DANE validation'
Diagnostic information for administrators:
Final-Recipient: rfc822; anna@partner.example
Remote-MTA: dns; mx.partner.example`;
    expect(one(text)).toMatchObject({
      kind: 'ndr',
      codes: ['5.7.323'],
      cause: 'dane-tlsa',
      domain: 'partner.example',
      server: 'mx.partner.example',
      verdict: 'rejected',
    });
  });

  it.each([
    ['5.7.321', 'dane-starttls'],
    ['4.7.322', 'dane-expired'],
    ['5.7.324', 'dane-dnssec'],
    ['5.7.325', 'dane-name'],
    ['5.4.312', 'dns-failed'],
    ['5.4.8', 'sts-mx'],
    ['5.7.5', 'sts-certificate'],
    ['5.7.30', 'smtp-auth-basic'],
    ['5.7.999', 'other-code'],
  ])('%s is %s', (code, cause) => {
    expect(one(`550 ${code} whatever it says`)).toMatchObject({
      kind: 'ndr',
      codes: [code],
      cause,
    });
  });

  it('takes no code out of addresses, versions and times', () => {
    expect(one('Received from 5.7.32.1 and 185.4.7.99 at 14.7.323').kind).toBe('unknown');
  });
});

describe('a TLS report', () => {
  const report = {
    'organization-name': 'Sender',
    'date-range': { 'end-datetime': '2026-11-23T01:59:59+02:00' },
    policies: [
      {
        policy: { 'policy-type': 'tlsa', 'policy-domain': 'Example.COM' },
        summary: { 'total-successful-session-count': 5, 'total-failure-session-count': 9 },
        'failure-details': [
          {
            'result-type': 'tlsa-invalid',
            'receiving-mx-hostname': 'mx.example.com',
            'receiving-ip': '192.0.2.1',
            'failed-session-count': 4,
          },
          { 'result-type': 'tlsa-invalid', 'failed-session-count': 2 },
          { 'result-type': 'new-type', 'failed-session-count': 3 },
        ],
      },
      {
        policy: { 'policy-type': 'no-policy-found', 'policy-domain': 'example.net' },
        summary: { 'total-successful-session-count': 1, 'total-failure-session-count': 0 },
      },
    ],
  };

  it('gives a line for each policy and kind of failure', () => {
    const found = explain(JSON.stringify(report), at);
    expect(found.map(({ kind, domain, codes, cause }) => [kind, domain, codes, cause])).toEqual([
      ['tls-rpt', 'example.com', ['tlsa-invalid'], 'report-tlsa-invalid'],
      ['tls-rpt', 'example.com', ['new-type'], 'report-other'],
      ['tls-rpt', 'example.net', [], 'report-no-failures'],
    ]);
    expect(found[0]).toMatchObject({
      server: 'mx.example.com',
      ip: '192.0.2.1',
      time: '2026-11-22T23:59:59Z',
      params: { sessions: 6 },
    });
  });

  it('is read from stdin, in gzip too', async () => {
    const bytes = gzipSync(JSON.stringify(report));
    const { lines, exit } = await runCli(['explain', '-', '--json'], { stdin: bytes });
    expect(lines.map(({ domain }) => domain)).toEqual([
      'example.com',
      'example.com',
      'example.net',
    ]);
    expect(exit).toBe(0);
  });

  it('other JSON is none', () => {
    expect(one('{"policies": 3}').kind).toBe('unknown');
    expect(one('{').kind).toBe('unknown');
  });
});

describe('PowerShell', () => {
  it('knows the public-folder script that signs in the old way', () => {
    const text = `InitializeExchangeOnlineRemoteSession : Unable to create a remote shell session to Exchange Online. The error is as follows: "Connecting to remote server outlook.office365.com failed with the following error message : Access is denied.
    + CategoryInfo          : NotSpecified: (:) [Write-Error], WriteErrorException`;
    expect(one(text)).toMatchObject({
      kind: 'powershell-error',
      cause: 'powershell-remote-session',
      next: ['new-script', 'install-module', 'omit-credential'],
      whoseSide: 'yours',
    });
  });

  it.each([
    [
      'Connecting to remote server outlook.office365.com failed with the following error message : Access is\n    denied.',
      ['install-module', 'omit-credential'],
    ],
    [
      'New-PSSession : [outlook.office365.com] Zugriff verweigert. Weitere Informationen im Hilfethema "about_Remote_Troubleshooting".\nIn C:\\Sync-MailPublicFolders.ps1:687 Zeichen:5',
      ['new-script', 'install-module', 'omit-credential'],
    ],
  ])('knows an old session that is refused: %s', (text, next) => {
    expect(one(text)).toMatchObject({ cause: 'powershell-remote-session', next });
  });

  it('a current script that asks for a second factor opens no old session', () => {
    const text =
      'Connect-ExchangeOnline : AADSTS50076: you must use multi-factor authentication\nAt C:\\Sync-ModernMailPublicFolders.ps1:61 char:9';
    expect(one(text)).toMatchObject({ cause: 'powershell-mfa', next: ['omit-credential'] });
  });

  it('knows the diagnostic that no longer does anything', () => {
    expect(one('Enter “Diag: Enable Basic Auth in EXO” and run it').cause).toBe(
      'basic-auth-diagnostic',
    );
  });

  it('knows missing commands and consent', () => {
    const missing = `The term 'Enable-SmtpDaneInbound' is not recognized as the name of a cmdlet`;
    expect(one(missing)).toMatchObject({
      cause: 'powershell-module-missing',
      params: { cmdlet: 'Enable-SmtpDaneInbound' },
    });
    expect(one('AADSTS65001: The user has not consented')).toMatchObject({
      cause: 'powershell-consent',
      codes: ['AADSTS65001'],
    });
  });
});

describe('Outlook', () => {
  it.each([
    ['Microsoft® Outlook® for Microsoft 365 MSO (16.0.14326.20384) 64-bit', 'unsupported'],
    [
      'Microsoft® Outlook® for Microsoft 365 MSO (Version 2608 Build 16.0.20326.20144) 64-bit',
      'supported',
    ],
    ['Microsoft® Outlook® for Microsoft 365 MSO (16.0.20999.20000) 64-bit', 'supported'],
    [
      'Microsoft® Outlook® für Microsoft 365 MSO (Version 2108 Build 16.0.14326.20384) 64 Bit',
      'unsupported',
    ],
    ['适用于 Microsoft 365 MSO 的 Microsoft® Outlook® (16.0.14326.20384) 64 位', 'unsupported'],
    ['Microsoft® Outlook® 2019 MSO (Version 1808 Build 16.0.10386.20017) 64-bit', 'unsupported'],
    ['Microsoft® Outlook® MSO (16.0.10386.20017) 64-bit', 'unsupported'],
    ['Microsoft® Outlook® 2016 MSO (16.0.4500) 32-bit', 'blocked'],
    ['Microsoft 365 Apps for enterprise, Version 1705 (Build 8201.2217)', 'blocked'],
    ['Office 365 ProPlus Version 1706 (Build 8229.2045)', 'unsupported'],
    ['Microsoft® Outlook® for Microsoft 365 MSO (16.0.8201.2213) 32-bit', 'blocked'],
    ['Microsoft® Outlook® 2016 (16.0.4500.1000) MSO (16.0.4500.1000) 32-bit', 'blocked'],
    ['Microsoft® Outlook® 2016 (16.0.4600.1000) MSO (16.0.4600.1000) 32-bit', 'unsupported'],
    ['Microsoft® Outlook® 2013 (15.0.4970.9999) MSO (15.0.4970.1000)', 'blocked'],
    ['Microsoft Outlook 2010 (14.0.7268.5000)', 'blocked'],
    ['Microsoft® Outlook® LTSC MSO (16.0.14332.20400) 64-bit', 'unsupported'],
    ['Microsoft® Outlook® 2024 MSO (Version 2408 Build 16.0.17932.20162) 64-bit', 'supported'],
    ['Outlook, Version 2108 (Build 14326.20384 Click-to-Run), Microsoft 365', 'unsupported'],
  ])('%s is %s', (text, verdict) => {
    expect(one(text)).toMatchObject({ kind: 'outlook-version', verdict });
  });

  it.each([
    [
      'Microsoft Outlook Version 1.2024.1009.100 (Production). Client Version is 20240927004.13 .',
      'New Outlook for Windows',
      '1.2024.1009.100',
    ],
    [
      'Microsoft Outlook for Mac Version 16.89.1 (24091630)',
      'Outlook for Mac',
      '16.89.1 (24091630)',
    ],
    ['Outlook for iOS 4.2438.0', 'Outlook for iOS', '4.2438.0'],
    ['Outlook for Android\n4.2439.1', 'Outlook for Android', '4.2439.1'],
  ])('%s has no minimum', (text, product, build) => {
    expect(one(text)).toMatchObject({
      kind: 'outlook-version',
      verdict: 'not-applicable',
      cause: 'outlook-other',
      product,
      build,
    });
  });

  it.each(['Microsoft Outlook', 'Outlook 16', 'Outlook for Mac', 'A phone with Android 14.5'])(
    '%s says too little',
    (text) => {
      expect(one(text).kind).toBe('unknown');
    },
  );
});

describe('any text', () => {
  it('gives explanations that keep their schema, and never throws', () => {
    const pieces = constantFrom(
      'LED=',
      '4.7.323',
      '[',
      ']',
      '{',
      '}',
      'Outlook',
      '16.0.1.1',
      '550 5.1.1',
      'IP=',
      '\u0000',
      '"policies"',
    );
    assert(
      property(array(oneof(pieces, string({ unit: 'binary' }))), (parts) => {
        for (const explanation of explain(parts.join(' '), at))
          explanationSchema.parse(explanation);
      }),
    );
  });

  it('of any length is read in time', () => {
    const started = performance.now();
    for (const piece of ['4.7.', '[LastAttemptedIP=', 'a@a.', 'AADSTS', '1.1.', '(Build ']) {
      explain(piece.repeat(100_000), at);
    }
    expect(performance.now() - started).toBeLessThan(patience);
  });
});
